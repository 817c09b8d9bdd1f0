import mermaid from 'mermaid';
import type { ColorTheme } from './use-color-theme.ts';

/** A diagram as a picture: the text of an SVG file and its size in CSS pixels. */
export interface DrawnDiagram {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

let lastId = 0;

/**
 * Draws a diagram. Throws what Mermaid says about a wrong source. Loaded only when the first diagram is shown: import it
 * dynamically.
 *
 * Mermaid's SVG is never part of the page: it is shown as the source of an `<img>`, where no script runs, nothing is
 * loaded and nothing can be clicked, whatever a diagram smuggles past Mermaid's own cleaning (`strict`).
 */
export async function drawDiagram(source: string, theme: ColorTheme): Promise<DrawnDiagram> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    look: 'classic',
    themeVariables: themeVariables(),
    darkMode: theme === 'dark',
    // Inside a picture the fonts of the page are not there; measured with another one, words would be cut off.
    fontFamily: 'sans-serif',
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false },
  });
  await mermaid.parse(source);
  const stage = document.createElement('div');
  // Mermaid measures words, so its stage has to be laid out; fixed and clipped it moves nothing.
  stage.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1200px;visibility:hidden;contain:strict';
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  try {
    lastId += 1;
    const { svg } = await mermaid.render(`diagram-${lastId}`, source, stage);
    return toPicture(svg);
  } finally {
    stage.remove();
  }
}

/** Mermaid writes HTML; a picture has to be XML. An inert document in between runs and loads nothing. */
function toPicture(html: string): DrawnDiagram {
  const svg = new DOMParser().parseFromString(html, 'text/html').querySelector('svg');
  if (svg === null) throw new Error('Mermaid has drawn nothing');
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) throw new Error('Mermaid has drawn nothing');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.maxWidth = '';
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** Mermaid computes with colours, so it needs their values, not the names of the tokens. */
function themeVariables(): Readonly<Record<string, string>> {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    fontFamily: 'sans-serif',
    fontSize: '14px',
    background: token('--code'),
    primaryColor: token('--accent-soft'),
    primaryBorderColor: token('--accent'),
    primaryTextColor: token('--ink'),
    secondaryColor: token('--warn-soft'),
    tertiaryColor: token('--sheet'),
    lineColor: token('--line-strong'),
    textColor: token('--ink'),
    titleColor: token('--ink'),
    noteBkgColor: token('--warn-soft'),
    noteTextColor: token('--ink'),
    pieStrokeColor: token('--code'),
    pieOuterStrokeColor: token('--line'),
    pieSectionTextColor: token('--ink'),
    edgeLabelBackground: token('--code'),
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`pie${index + 1}`, token(`--project-${index}`)]),
    ),
  };
}
