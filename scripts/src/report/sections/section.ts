import { html, type Markup } from "../html.ts";

/** A heading that is a sentence, what there is to know, and the figures. */
export function section(heading: string, text: string, figures: readonly Markup[]): Markup {
  return html`<section>
<h2>${heading}</h2>
<p>${text}</p>
${figures}
</section>`;
}
