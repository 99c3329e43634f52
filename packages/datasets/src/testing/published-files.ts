// Small copies of published data sets, written by hand in their layouts and with their known dirt.
import { csvText } from "./csv-text.ts";
import type { Files } from "./write-source.ts";

const json = (value: unknown) => JSON.stringify(value);

const tmdbHeader = [
  ...["budget", "genres", "homepage", "id", "keywords", "original_language", "original_title", "overview"],
  ...["popularity", "production_companies", "production_countries", "release_date", "revenue", "runtime"],
  ...["spoken_languages", "status", "tagline", "title", "vote_average", "vote_count"],
];

function tmdbRow(facts: Readonly<Record<string, string | number>>): (string | number)[] {
  const empty = { budget: 0, genres: "[]", keywords: "[]", production_countries: "[]", spoken_languages: "[]" };
  const row: Readonly<Record<string, string | number>> = { ...empty, production_companies: "[]", ...facts };
  return tmdbHeader.map((name) => row[name] ?? "");
}

/** Lists as JSON; an unreleased film without date and runtime, a title in another script, a film listed twice. */
export const tmdb5000Files: Files = {
  "tmdb_5000_movies.csv": csvText([
    tmdbHeader,
    tmdbRow({
      id: 129,
      title: "Spirited Away",
      original_title: "千と千尋の神隠し",
      original_language: "ja",
      overview: "A girl, lost among “spirits”,\nworks in a bathhouse.",
      genres: json([
        { id: 16, name: "Animation" },
        { id: 10751, name: "Family" },
        { id: 10402, name: "Music" },
      ]),
      keywords: json([
        { id: 1, name: "witch" },
        { id: 2, name: "Bath  House" },
        { id: 3, name: "witch" },
      ]),
      production_countries: json([{ iso_3166_1: "JP", name: "Japan" }]),
      spoken_languages: json([{ iso_639_1: "ja", name: "日本語" }]),
      release_date: "2001-07-20",
      runtime: "125.0",
      vote_average: 8.3,
      vote_count: 3840,
    }),
    tmdbRow({
      id: 603,
      title: "The Matrix",
      original_title: "The Matrix",
      original_language: "en",
      overview: "No overview found.",
      genres: json([{ id: 878, name: "Science Fiction" }]),
      production_countries: json([{ iso_3166_1: "US", name: "United States of America" }]),
      spoken_languages: json([
        { iso_639_1: "cn", name: "广州话 / 廣州話" },
        { iso_639_1: "xx", name: "No Language" },
      ]),
      release_date: "1999-03-30",
      runtime: 136,
      vote_average: 7.9,
      vote_count: 8907,
    }),
    tmdbRow({ id: 380097, title: "America Is Still the Place", original_title: "", release_date: "", runtime: "" }),
    tmdbRow({ id: 603, title: "The Matrix", release_date: "1999-03-30" }),
  ]),
  "tmdb_5000_credits.csv": csvText([
    ["movie_id", "title", "cast", "crew"],
    [
      603,
      "The Matrix",
      json([
        { name: "Laurence Fishburne", character: "Morpheus", order: 1 },
        { name: "Keanu Reeves", character: "Neo", order: 0 },
        { name: "Hugo Weaving", character: "", order: 2 },
      ]),
      json([
        { name: "Lana Wachowski", job: "Director", department: "Directing" },
        { name: "Lilly Wachowski", job: "Director", department: "Directing" },
        { name: "Lilly Wachowski", job: "Screenplay", department: "Writing" },
        { name: "Lana Wachowski", job: "Story", department: "Writing" },
        { name: "Bill Pope", job: "Director of Photography", department: "Camera" },
      ]),
    ],
    [129, "Spirited Away", "[]", json([{ name: "Hayao Miyazaki", job: "Writer" }])],
    [380097, "America Is Still the Place", "[]", "[]"],
  ]),
};

const imdbHeader = [
  ...["color", "director_name", "num_critic_for_reviews", "duration", "actor_2_name", "gross", "genres"],
  ...["actor_1_name", "movie_title", "num_voted_users", "actor_3_name", "plot_keywords", "movie_imdb_link"],
  ...["language", "country", "title_year", "imdb_score"],
];

function imdbRow(facts: Readonly<Record<string, string | number>>): (string | number)[] {
  return imdbHeader.map((name) => facts[name] ?? "");
}

/** Titles end in a no-break space; a film listed twice, a series without year and director, odd countries. */
export const imdb5000Files: Files = {
  "movie_metadata.csv": csvText([
    imdbHeader,
    imdbRow({
      director_name: "Lana Wachowski",
      duration: 136,
      actor_1_name: "Keanu Reeves",
      actor_2_name: "Marcus Chong",
      genres: "Action|Sci-Fi|Music",
      movie_title: "The Matrix\u00a0",
      num_voted_users: 1217752,
      plot_keywords: "artificial reality|spoon|woman watching a movie",
      movie_imdb_link: "http://www.imdb.com/title/tt0133093/?ref_=fn_tt_tt_1",
      language: "English",
      country: "USA",
      title_year: 1999,
      imdb_score: 8.7,
    }),
    imdbRow({
      director_name: "Jean-Pierre Jeunet",
      actor_1_name: "Mathieu Kassovitz",
      genres: "Comedy|Romance",
      movie_title: "Amélie\u00a0",
      num_voted_users: 534262,
      movie_imdb_link: "http://www.imdb.com/title/tt0211915/?ref_=fn_tt_tt_1",
      language: "French",
      country: "West Germany",
      title_year: 2001,
      imdb_score: 8.4,
    }),
    imdbRow({
      genres: "Drama|Game-Show",
      movie_title: "10,000 B.C.\u00a0            ",
      num_voted_users: 6,
      movie_imdb_link: "http://www.imdb.com/title/tt1869849/?ref_=fn_tt_tt_1",
      language: "None",
      country: "Official site",
      imdb_score: 7.2,
    }),
    imdbRow({
      movie_title: "The Matrix\u00a0",
      genres: "Action",
      movie_imdb_link: "http://www.imdb.com/title/tt0133093/?ref_=fn_tt_tt_1",
      title_year: 1999,
    }),
  ]),
};

const metadataHeader = [
  ...["adult", "belongs_to_collection", "budget", "genres", "homepage", "id", "imdb_id", "original_language"],
  ...["original_title", "overview", "popularity", "poster_path", "production_companies", "production_countries"],
  ...["release_date", "revenue", "runtime", "spoken_languages", "status", "tagline", "title", "video"],
  ...["vote_average", "vote_count"],
];

const metadataRow = (facts: Readonly<Record<string, string | number>>) =>
  metadataHeader.map((name) => facts[name] ?? (/^(?:genres|production_|spoken)/.test(name) ? "[]" : ""));

/**
 * Lists as Python prints them; a line that was broken in two, so that what follows its break has a date for an id; a
 * film listed twice; TMDB ids with a decimal point; a link without one.
 */
export const moviesDatasetFiles: Files = {
  "movies_metadata.csv": csvText([
    metadataHeader,
    metadataRow({
      adult: "False",
      belongs_to_collection: "{'id': 10194, 'name': 'Toy Story Collection', 'poster_path': None}",
      genres: "[{'id': 16, 'name': 'Animation'}, {'id': 35, 'name': 'Comedy'}]",
      id: 862,
      imdb_id: "tt0114709",
      original_language: "en",
      original_title: "Toy Story",
      overview: "Led by Woody, Andy's toys live happily in his room.",
      poster_path: "/rhIRbceoE9lR4veEXuwCC2wARtG.jpg",
      production_countries: "[{'iso_3166_1': 'US', 'name': 'United States of America'}]",
      release_date: "1995-10-30",
      runtime: "81.0",
      spoken_languages: "[{'iso_639_1': 'en', 'name': 'English'}]",
      title: "Toy Story",
      vote_average: "7.7",
      vote_count: "5415.0",
    }),
    metadataRow({
      id: 194,
      imdb_id: "tt0211915",
      original_language: "fr",
      original_title: "Le Fabuleux Destin d'Amélie Poulain",
      release_date: "2001-04-25",
      runtime: "0.0",
      title: "Amélie",
      video: "False",
    }),
    metadataHeader.slice(0, 10).map((name) => (name === "id" ? 82663 : "first half")),
    metadataRow({ adult: " - Written by Ørnås", genres: "1", id: "1997-08-20", imdb_id: "0", title: "" }),
    metadataRow({ id: 862, title: "Toy Story", release_date: "1995-10-30" }),
  ]),
  "credits.csv": csvText([
    ["cast", "crew", "id"],
    [
      "[{'cast_id': 14, 'character': 'Woody (voice)', 'name': 'Tom Hanks', 'order': 0, 'profile_path': None}, {'character': \"Andy's Mom\", 'name': \"Laurie O'Metcalf\", 'order': 1}]",
      "[{'department': 'Directing', 'job': 'Director', 'name': 'John Lasseter'}, {'job': 'Screenplay', 'name': 'Joel Cohen'}]",
      862,
    ],
    [String.raw`[{'character': 'Am\xe9lie \'Poulain\'', 'name': 'Audrey Tautou', 'order': 0}]`, "[]", 194],
  ]),
  "keywords.csv": csvText([
    ["id", "keywords"],
    [862, "[{'id': 931, 'name': 'jealousy'}, {'id': 4290, 'name': 'toy'}]"],
    [194, "[]"],
  ]),
  "links.csv": csvText([
    ["movieId", "imdbId", "tmdbId"],
    [1, "0114709", "862.0"],
    [4973, "0211915", "194.0"],
    [7, "0114319", ""],
  ]),
  "ratings.csv": csvText([
    ["userId", "movieId", "rating", "timestamp"],
    [1, 1, "4.0", 1425941529],
    [1, 4973, "5.0", 1425942228],
    [2, 7, "3.0", 867039166],
  ]),
};

const address = (id: string) => `http://www.imdb.com/title/${id}/usercomments`;

/** Reviews 0 and 1 of each folder; line ends in HTML, an accent. */
export const reviewFiles: Files = {
  "aclImdb/README": "Large Movie Review Dataset v1.0",
  "aclImdb/train/urls_pos.txt": `${address("tt0133093")}\n${address("tt0211915")}\n`,
  "aclImdb/train/urls_neg.txt": `${address("tt0133093")}\n`,
  "aclImdb/train/pos/0_9.txt": "Whoa.<br /><br />There is<br />no spoon.",
  "aclImdb/train/pos/1_10.txt": "Amélie makes me smile.",
  "aclImdb/train/neg/0_2.txt": "All that leather.",
  "aclImdb/train/unsup/0_0.txt": "Not labelled.",
};

const review = (label: string, id: number, stars: number, imdbId: string, text: string) =>
  `${JSON.stringify({ id, split: "train", label, stars, imdbId, text })}\n`;

/** The same reviews as JSON lines. */
export const reviewLines: Files = {
  "aclimdb-train.jsonl": [
    review("pos", 0, 9, "tt0133093", "Whoa.<br /><br />There is<br />no spoon."),
    review("pos", 1, 10, "tt0211915", "Amélie makes me smile."),
    review("neg", 0, 2, "tt0133093", "All that leather."),
  ].join(""),
};

export const genomeFiles: Files = {
  "genome-tags.csv": "tagId,tag\r\n1,kung fu\r\n2,original\r\n3,chosen one\r\n",
  "genome-scores.csv": "movieId,tagId,relevance\r\n7,1,0.73\r\n7,2,0.99\r\n7,3,0.95\r\n1,1,0.4999\r\n",
};
