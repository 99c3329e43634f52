import { splitAtTitles } from "../../format/sentence.ts";

interface FilmSentenceProps {
  readonly sentence: string;
  /** Film titles that the sentence may name. */
  readonly titles: readonly string[];
}

/** A sentence with the films that it names in italics. */
export function FilmSentence({ sentence, titles }: FilmSentenceProps) {
  return splitAtTitles(sentence, titles).map((part) =>
    part.isTitle ? <em key={part.start}>{part.text}</em> : part.text,
  );
}
