// The two ways the linear model sees a text. Each feature is a hash of 32 bits; its lowest bits are its bucket.

const negations = new Set("no not never nothing nobody none nor neither without hardly barely cannot".split(" "));
const endsOfReach = new Set([".", ",", ";", ":", "!", "?"]);
/** A negation turns the next words, up to a mark that ends its clause. */
const reach = 5;
const shortestPiece = 4;
const longestPiece = 5;

/** Where a feature's words stand: `count` of them from `first` on, each `step` behind the one before. */
export type VisitFeature = (hash: number, first: number, count: number, step: number) => void;

/** Calls `visit` for every feature in the words of a text; a feature that occurs twice is visited twice. */
export type VisitFeatures = (words: readonly string[], visit: VisitFeature) => void;

/** Runs of one to three words, pairs around a word left open, and words in the reach of a negation. */
export const visitPhrases: VisitFeatures = (words, visit) => {
  const hashes = words.map((word) => hashText(word, 0, word.length));
  let negated = 0;
  for (let index = 0; index < words.length; index++) {
    const first = hashes[index];
    visit(finish(first), index, 1, 1);
    if (index + 1 < words.length) {
      const pair = join(first, hashes[index + 1]);
      visit(finish(pair), index, 2, 1);
      if (index + 2 < words.length) {
        visit(finish(join(pair, hashes[index + 2])), index, 3, 1);
        visit(finish(join(~first, hashes[index + 2])), index, 2, 2);
      }
    }
    const word = words[index];
    if (endsOfReach.has(word[0])) negated = 0;
    if (negated > 0) visit(finish(~first), index, 1, 1);
    negated = negations.has(word) || word.endsWith("n't") ? reach : negated - 1;
  }
};

/** Words, and their pieces of four and five letters, so that "unfunniest" is not unheard of. */
export const visitPieces: VisitFeatures = (words, visit) => {
  words.forEach((word, index) => {
    visit(finish(hashText(word, 0, word.length)), index, 1, 1);
    if (word.length <= shortestPiece) return;
    const marked = `<${word}>`;
    for (let length = shortestPiece; length <= longestPiece; length++) {
      for (let start = 0; start + length <= marked.length; start++) {
        visit(finish(~hashText(marked, start, start + length)), index, 1, 1);
      }
    }
  });
};

/** A bit for each bucket, none set between calls: five times as fast as a Set. */
let marks = new Uint32Array(0);

/** The distinct buckets, below `bucketCount` (a power of two, at least 32), of a text's features. */
export function listBuckets(words: readonly string[], visitFeatures: VisitFeatures, bucketCount: number): Uint32Array {
  if (marks.length * 32 < bucketCount) marks = new Uint32Array(bucketCount / 32);
  const buckets: number[] = [];
  visitFeatures(words, (hash) => {
    const bucket = hash & (bucketCount - 1);
    const bit = 1 << (bucket & 31);
    if (marks[bucket >>> 5] & bit) return;
    marks[bucket >>> 5] |= bit;
    buckets.push(bucket);
  });
  for (const bucket of buckets) marks[bucket >>> 5] = 0;
  return new Uint32Array(buckets);
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

const join = (left: number, right: number): number => (Math.imul(left, 0x9e3779b1) + right) | 0;

/** Spreads the bits (the finalizer of MurmurHash3), so that the lowest ones can serve as a bucket. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
