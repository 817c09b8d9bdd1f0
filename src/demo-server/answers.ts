import { longAnswer } from './long-answer.ts';

/** Stands in every answer, so that nobody takes one for a model's. */
export const demoLabel = 'This is a demo answer: no model is running.';

/** What the thinking demo model "thinks" before each answer. */
export const demoThinking = `The user wrote something, and I am a demo, so I cannot really think about it.

What I can do: look for a word I know in the message, pick the prepared answer that fits best, and say openly that it is
prepared. A thinking model would weigh the question here, step by step, before its first visible word.

I have the answer now.`;

/** The prepared answer that fits a prompt best, by the words in it; Markdown. */
export function answerTo(prompt: string): string {
  const fitting = answers.find(({ keywords }) => keywords.test(prompt));
  return (fitting?.text ?? genericAnswer).trim();
}

const genericAnswer = `
${demoLabel}

# Welcome to the demo 👋

Parlor is talking to a small server inside itself. It speaks the same language as **Ollama**, but its answers are
written in advance. Everything around them is real: streaming, stopping, asking again and export.

## Things to ask here

- something with *code*: "a **Python** function", "**TypeScript**", "**SQL**"
- "compare coffee and tea in a **table**"
- "a **plan** for the weekend"
- "say it in other **languages**"
- "show me **Markdown**"
- "a **long** answer" — and then stop it half-way

## How to get real answers

1. Install Ollama from [ollama.com/download](https://ollama.com/download).
2. Fetch a model in a terminal:

   \`\`\`sh
   ollama pull qwen3:8b
   \`\`\`

3. Leave the demo in Parlor and choose the model.

> Models run on your own computer. What you write stays there.
`;

const pythonAnswer = `
${demoLabel}

Here is a small **Python** function that counts the words of a text, most frequent first:

\`\`\`python
from collections import Counter
import re


def count_words(text: str, most: int = 5) -> list[tuple[str, int]]:
    """Return the most frequent words, ignoring case."""
    words = re.findall(r"[^\\W\\d_]+", text.lower())
    return Counter(words).most_common(most)


print(count_words("The tea is hot, the cup is not."))
# [('the', 2), ('is', 2), ('tea', 1), ('hot', 1), ('cup', 1)]
\`\`\`

How it works:

1. \`re.findall\` takes every run of letters, in any alphabet.
2. \`Counter\` counts them in one pass, so the time is *linear* in the length of the text.
3. \`most_common\` sorts by count; equal counts keep their first order.
`;

const typescriptAnswer = `
${demoLabel}

A **TypeScript** union with an exhaustive \`switch\`: when somebody adds a shape, the compiler finds every place
that has to know about it.

\`\`\`typescript
type Shape =
  | { readonly kind: 'circle'; readonly radius: number }
  | { readonly kind: 'rectangle'; readonly width: number; readonly height: number };

export function area(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return Math.PI * shape.radius ** 2;
    case 'rectangle':
      return shape.width * shape.height;
    default:
      return shape satisfies never;
  }
}
\`\`\`

- \`readonly\` keeps values from changing under your feet.
- \`satisfies never\` fails to compile as soon as a case is missing. ✅
`;

const sqlAnswer = `
${demoLabel}

The ten customers who ordered most last year, in **SQL**:

\`\`\`sql
SELECT c.name,
       COUNT(*)         AS orders,
       SUM(o.total_eur) AS revenue_eur
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
WHERE o.ordered_at >= '2025-01-01'
  AND o.ordered_at <  '2026-01-01'
GROUP BY c.id, c.name
ORDER BY revenue_eur DESC, c.name
LIMIT 10;
\`\`\`

> **Tip:** an index on \`orders (ordered_at, customer_id)\` lets the database read only the rows of that year.

The half-open range (\`>=\` and \`<\`) is deliberate: it loses no order placed in the last second of December.
`;

const tableAnswer = `
${demoLabel}

## Coffee and tea, side by side

| | Coffee ☕ | Green tea 🍵 | Black tea |
|---|---|---|---|
| Water | 92–96 °C | 70–80 °C | 95–100 °C |
| Time | 4 min (press) | 2 min | 3–5 min |
| Per cup (200 ml) | 12 g | 3 g | 2.5 g |
| Caffeine | about 95 mg | about 30 mg | about 45 mg |
| Goes with | cake | quiet | rain |

**In short:** coffee for a *start*, black tea for a *conversation*, green tea for an *afternoon*. Amounts of caffeine
vary a good deal with leaf, bean and time.
`;

const planAnswer = `
${demoLabel}

# A calm weekend, planned lightly

1. **Saturday morning**: market, early 🍅
   - bread, tomatoes, a bunch of basil
   - one thing you never tried
2. **Saturday afternoon**: a walk of about two hours
   - [x] shoes that do not mind mud
   - [ ] a thermos
3. **Sunday**: nothing before ten
   - a long breakfast
   - the book that has been waiting

> A plan is good when it can be changed without a meeting.

If it rains, swap the walk for a film and make *soup* from whatever the market gave you.
`;

const languagesAnswer = `
${demoLabel}

"Good morning, how are you?" around the world 🌍

| Language | Greeting |
|---|---|
| 日本語 | おはようございます。お元気ですか？ |
| 中文 | 早上好，你好吗？ |
| 한국어 | 좋은 아침이에요. 잘 지내세요? |
| Français | Bonjour, comment allez-vous ? |
| Deutsch | Guten Morgen, wie geht es Ihnen? |
| Ελληνικά | Καλημέρα, τι κάνετε; |
| Українська | Доброго ранку, як справи? |
| العربية | صباح الخير، كيف حالك؟ |

In Japanese, **おはよう** alone is for friends; **おはようございます** is for everybody else. 🙇
`;

const markdownAnswer = `
${demoLabel}

# Heading one
## Heading two
### Heading three

**Bold**, *italic*, ***both***, ~~struck out~~, \`inline code\`, a [link](https://commonmark.org) and
a bare one: https://github.github.com/gfm. A formula, $e^{i\\pi} + 1 = 0$, beside a price of $5.

![A picture from elsewhere](https://example.org/picture.png)

> A quote, which can
>
> > hold another one.

- a list
  - inside a list
    1. with numbers
- [x] a task that is done
- [ ] one that is not

| Left | Centre | Right |
|:---|:---:|---:|
| a | b | 1 |
| 漢字 | 😀 | 1,000 |

\`\`\`json
{ "pieces": ["text", "code", "tables"], "isComplete": true }
\`\`\`

---

A line above, and an emoji made of several: 👩‍🚀.
`;

const storyAnswer = `
${demoLabel}

**The lamp at the end of the pier**

Every evening an old woman rowed out to light the lamp, though no ship had passed for years. "Why do you bother?" asked
the boy who mended nets.

"Because," she said, "a light is not a question. It is an answer, waiting."

That night the fog came down like wool, and a small boat found its way home by it. The boy was in the boat. ⛵

*From the next day on, two people rowed out.*
`;

/** In this order; the first whose words occur in the prompt is taken. */
const answers: readonly { readonly keywords: RegExp; readonly text: string }[] = [
  { keywords: /\b(long|longer|essay|detailed)\b/i, text: `${demoLabel}\n\n${longAnswer}` },
  { keywords: /\b(typescript|javascript|ts|js)\b/i, text: typescriptAnswer },
  { keywords: /\b(sql|sqlite|database|query)\b/i, text: sqlAnswer },
  { keywords: /\b(python|code|program|function|script)\b/i, text: pythonAnswer },
  { keywords: /\b(table|compare|comparison|versus|vs)\b/i, text: tableAnswer },
  { keywords: /\b(plan|list|steps|weekend|recipe)\b/i, text: planAnswer },
  { keywords: /\b(languages?|translate|japanese|chinese|korean)\b|[぀-ヿ一-鿿가-힯]/iu, text: languagesAnswer },
  { keywords: /\b(markdown|format|formatting)\b/i, text: markdownAnswer },
  { keywords: /\b(story|poem|tale)\b/i, text: storyAnswer },
];
