import type { Files } from "./write-source.ts";

/** Four films and six ratings in the layout of the csv releases, with its line ends, quotes and turned titles. */
export const csvFiles: Files = {
  "README.txt": "Summary\n=======\n\nThis dataset (ml-latest-small) describes 5-star rating activity.\n",
  "movies.csv": [
    "movieId,title,genres",
    "1,Toy Story (1995),Adventure|Animation|Children",
    '7,"Matrix, The (1999)",Action|Sci-Fi|IMAX',
    "40,Seven Samurai (Shichinin no samurai) (1954),Action|Drama",
    "41,Paterson,(no genres listed)",
    "",
  ].join("\r\n"),
  "links.csv": ["movieId,imdbId,tmdbId", "1,0114709,862", "7,0133093,603", "40,0047478,", "41,5247022,370755", ""].join(
    "\r\n",
  ),
  "ratings.csv": [
    "userId,movieId,rating,timestamp",
    "1,1,4.0,964982703",
    "1,7,4.5,964981247",
    "2,1,0.5,1445714835",
    "2,40,5.0,1445715029",
    "10,7,3.0,1305696483",
    "10,41,2.5,1305696506",
    "",
  ].join("\r\n"),
  "tags.csv": "userId,movieId,tag,timestamp\r\n2,7,kung fu,1445714994\r\n",
};

const flags = (...set: readonly number[]) => [0, 1, 2, 3, 4].map((place) => (set.includes(place) ? 1 : 0)).join("|");

/** ml-100k with five genres: Latin-1, flags, a film of which nothing is known. */
export const ml100kFiles: Files = {
  "u.genre": "unknown|0\nAction|1\nChildren's|2\nDrama|3\nSci-Fi|4\n\n",
  "u.item": Buffer.from(
    [
      `1|Toy Story (1995)|01-Jan-1995||http://us.imdb.com/M/title-exact?Toy%20Story%20(1995)|${flags(2)}`,
      `543|Misérables, Les (1995)|01-Jan-1995||http://us.imdb.com/M/title-exact?Mis%E9rables|${flags(3)}`,
      `267|unknown||||${flags(0)}`,
      "",
    ].join("\n"),
    "latin1",
  ),
  "u.data": "196\t543\t3\t881250949\n22\t1\t5\t878887116\n196\t267\t1\t881250950\n",
};

export const ml1mFiles: Files = {
  "movies.dat": Buffer.from(
    "1::Toy Story (1995)::Animation|Children's|Comedy\n73::Misérables, Les (1995)::Drama|Musical\n",
    "latin1",
  ),
  "ratings.dat": "1::73::5::978300760\n2::1::3::978302109\n",
};
