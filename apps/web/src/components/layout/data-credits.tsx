import { AttributionsDocument, type AttributionsQuery } from "@matinee/api-client";
import { Fragment } from "react";
import { ask } from "../../server/ask.ts";

type Attribution = AttributionsQuery["attributions"][number];

const linkStyle = "underline hover:text-ink";

/** Whom texts, pictures and figures of the films are from, in the words that their terms ask for. */
export async function DataCredits() {
  const { attributions = [] } = (await ask(AttributionsDocument, {})) ?? {};
  return (
    <>
      <p className="max-w-[75ch]">
        {attributions.length > 0 && "Film texts, pictures and figures: "}
        {attributions.map((attribution, index) => (
          <Fragment key={attribution.name}>
            {index > 0 && ", "}
            <Source {...attribution} />
          </Fragment>
        ))}
        {attributions.length > 0 && ". "}
        Posters without a picture are drawn by Matinee.
      </p>
      {attributions.map(({ name, notice, logoUrl, url }) =>
        notice === null ? null : (
          <p key={name} className="flex max-w-[75ch] flex-wrap items-center gap-x-3 gap-y-1">
            {logoUrl !== null && (
              <a href={url}>
                {/* biome-ignore lint/performance/noImgElement: a small drawing from its owner's server, which the optimizer would only copy. */}
                <img src={logoUrl} alt={name} width={92} height={12} loading="lazy" className="h-3 w-auto" />
              </a>
            )}
            {notice}
          </p>
        ),
      )}
    </>
  );
}

function Source({ name, url, license }: Pick<Attribution, "name" | "url" | "license">) {
  return (
    <>
      <a className={linkStyle} href={url}>
        {name}
      </a>
      {license && (
        <>
          {" "}
          (
          <a className={linkStyle} href={license.url}>
            {license.name}
          </a>
          )
        </>
      )}
    </>
  );
}
