import { splitAtTitle } from "../../format/sentence.ts";

interface FilmSentenceProps {
  readonly sentence: string;
  /** Film titles that the sentence may name. */
  readonly titles: readonly string[];
}

/** A sentence with the film that it names in italics. */
export function FilmSentence({ sentence, titles }: FilmSentenceProps) {
  return splitAtTitle(sentence, titles).map((part) =>
    part.isTitle ? <em key={part.text}>{part.text}</em> : part.text,
  );
}
