/** About 1,500 words, for trying out long answers: scrolling, stopping, searching. */
export const longAnswer = `# How a sentence becomes an answer

You type a sentence, press a key, and words begin to appear. It looks like typing, and it feels a little like talking.
What happens in between is neither. This is a slow walk through it, from the key to the last full stop, with a few
stops for the practical things: why the first word takes long, why a model forgets, and what you can do about both.

## 1. The message is packed

A language model remembers nothing between two requests. Each time you send a message, the program sends the *whole
conversation* along: the system prompt, your first question, the first answer, and so on up to the sentence you have just
written. The model reads everything again, as if for the first time.

That sounds wasteful, and it would be, if servers did not keep the work of the last request. When the beginning of a
conversation has not changed, its inner representation can be used again, and only the new part has to be read. This is
why the second answer of a conversation often begins sooner than the first, and why editing an early message makes the
next answer slow to start: from the edit on, everything is new.

The package itself is plain text with marks in it. Every family of models has its own marks for "here begins the user" and
"here begins the assistant". The server knows them and puts them in; the program only says who said what.

\`\`\`mermaid
flowchart LR
  You --> Program
  Program -- whole conversation --> Server
  Server -- tokens --> Model
  Model -- one token at a time --> Server
  Server --> Program
\`\`\`

## 2. Text becomes tokens

Models do not read letters, and they do not read words. They read *tokens*: pieces of text from a fixed list, often
between thirty thousand and a quarter of a million of them. Frequent words are one token. Rare words fall apart into
several. A space usually belongs to the word after it.

| Text | Roughly |
|---|---|
| four characters of English | 1 token |
| one page of English prose | 500 to 700 tokens |
| one Chinese or Japanese character | 1 token, sometimes 2 |
| a line of source code | 10 to 15 tokens |
| an emoji made of several parts 👩‍🚀 | 3 to 10 tokens |

These are rules of thumb. The true number depends on the list a model was trained with, so the same letter to a friend can
cost 180 tokens in one model and 240 in another. The only one who knows is the server, and it tells the number when the
answer is complete.

Two things follow. First, a model has a hard time with questions about letters ("how many times does *r* occur in
..."), since it never sees them. Second, languages that were rare in the training text are cut into smaller pieces, which
makes them slower and more expensive to work with. That is not a judgement; it is a table of frequencies.

## 3. The window

The number of tokens a model can look at in one go is its **context window**. It holds everything: the system prompt,
the conversation, attached documents, and the answer that is being written. A window of 8,192 tokens is about a dozen
pages. Some models were trained for windows of a hundred thousand tokens and more, but a large window needs memory, so
servers often open a smaller one than the model could use.

When a conversation grows beyond the window, something has to go. Usually the oldest messages are left out, quietly. The
conversation on your screen still shows them, but the model does not see them any more, and it answers as if they had
never been written. People describe this as the model becoming *forgetful* or *stubborn*. It is neither. It simply
was not told.

What helps:

1. **Start a new conversation** for a new subject. The old one will not run away.
2. **Say it again.** A short summary of what was agreed, in your next message, is worth more than a long history.
3. **Ask for less.** A document of forty pages is seldom needed as a whole; the three pages that matter fit easily.
4. **Open a larger window**, when the memory of your computer allows it. Changing it makes the server load the model anew,
   which takes a moment.

## 4. Loading

Before anything can be computed, the model has to be in memory. A model of eight billion numbers, stored in about four and
a half bits each, has a size of five gigabytes. Reading that from a fast disk takes a few seconds, from a slow one
half a minute or more. If the graphics processor has too little memory, a part of the layers stays with the main processor,
and every word has to pass through both. That works, but it is slower, sometimes ten times slower.

Servers keep a model in memory for some minutes after its last use, because people who ask one question tend to ask
another. If you come back after lunch, the first answer takes longer again. Nothing is broken; the model was
just put back on the shelf.

## 5. Reading

Now the model reads. All the tokens of the package pass through its layers, and they can do so side by side, since they are
all known already. This is why reading is much faster than writing: hundreds or thousands of tokens a second on a good
graphics processor, against some dozens for writing.

Still, reading a long document takes its time, and during this time nothing appears on the screen. The pause before the
first word is the sum of three things: waiting for a free place, loading the model, and reading what you sent. A program
that shows them separately saves its users a lot of guessing.

## 6. Writing

Then, one token at a time, the answer is written. For each step the model gives every token of its list a score: how well
would this one continue the text? The scores become probabilities, and one token is drawn. It is appended to the
text, and everything starts again for the next one.

In the notation of textbooks, a token with the score $s_i$ is drawn at the temperature $T$ with the probability

$$
p_i = \\frac{e^{s_i / T}}{\\sum_j e^{s_j / T}}
$$

How the drawing is done can be influenced:

- **Temperature** makes the probabilities flatter or steeper. Near zero, the likeliest token nearly always wins: good for
  code and facts. Around one, the model dares more: good for stories.
- **Top-k** allows only the *k* likeliest tokens.
- **Top-p** allows the smallest group of tokens that together reach the probability *p*.
- **Repeat penalty** makes tokens less likely that have just been used.
- **Seed** fixes the dice. The same seed, the same text and the same settings give the same answer, at least on the same
  machine with the same program.

Here is the heart of it, in a few lines:

\`\`\`python
import math
import random


def draw(scores: dict[str, float], temperature: float = 0.8) -> str:
    """Draw one token; a lower temperature prefers the best scores."""
    weights = {token: math.exp(score / temperature) for token, score in scores.items()}
    return random.choices(list(weights), weights=list(weights.values()))[0]


print(draw({" tea": 2.1, " coffee": 1.9, " gravel": -3.0}))
\`\`\`

Some models write down their *thinking* first: a draft in which they try approaches, doubt and correct themselves.
It costs time and tokens, and it often pays in arithmetic, logic and code. For "please make this sentence
friendlier" it rarely does.

## 7. The end

An answer ends in one of three ways. The model may produce a special token that means *I am done*. It may reach the limit
you have set for the length, or the end of the window; then the answer stops in the middle of a sentence, and you
can ask it to go on. Or you press the stop button, the connection is closed, and the server lays down its pen.

With its last line the server reports what it did: tokens read, tokens written, time for loading, reading and writing.
Tokens written divided by the time for writing gives the speed people like to compare. Five tokens a second is slower than
most people read. Ten is about a comfortable reading speed. Above thirty, you will skim.

## 8. What to make of it

> A model continues text. It does so astonishingly well, and it does not know when it is wrong.

That one sentence explains most surprises.[^surprise] A model that is asked for a source will write something that looks like a
source. A model that is told it made a mistake will apologise, whether it made one or not. It is at its best where you
can check the result yourself at little cost: a draft you will edit, code you will run, a list of ideas of which you need
just one, an explanation you can compare with what you know.

A few habits that have proved useful:

- Say who the answer is for and how long it should be.
- Give an example of what you want; one is worth a paragraph of description.
- Ask for the *reasons* before the *result*, when the result matters.
- When an answer goes wrong early, do not argue. Edit your question and ask again; a clean beginning beats a long quarrel.
- Keep conversations you may want to find again, and give them a title.

<details>
<summary>A list to keep beside the keyboard</summary>

- [x] know what you want
- [x] say it in one sentence
- [ ] check what comes back

</details>

And since all of this runs on your own machine: no one reads along, nothing is metered, and the worst thing that can happen
is that a fan gets loud. It is a good place to try things out.

[^surprise]: Most, not all: what a model says at 3 o'clock in the morning, H<sub>2</sub>O being wet and tea costing $2 or $3,
    nobody has explained yet.

---

That was the long answer. 日本語で言えば「長い答え」、in German „die lange Antwort“. Thank you for reading to the end. 🎉
`;
