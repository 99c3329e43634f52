// All films of the sampler, oldest file first.
import { z } from "zod";
import { filmSchema, type SamplerFilm } from "./film.schema.ts";
import films1900 from "./films/1900-1929.json" with { type: "json" };
import films1930 from "./films/1930-1939.json" with { type: "json" };
import films1940 from "./films/1940-1949.json" with { type: "json" };
import films1950 from "./films/1950-1959.json" with { type: "json" };
import films1960 from "./films/1960-1969.json" with { type: "json" };
import films1970 from "./films/1970-1979.json" with { type: "json" };
import films1980 from "./films/1980-1989.json" with { type: "json" };
import films1990 from "./films/1990-1999.json" with { type: "json" };
import films2000 from "./films/2000-2009.json" with { type: "json" };
import films2010 from "./films/2010-2019.json" with { type: "json" };
import films2020 from "./films/2020-2029.json" with { type: "json" };

export const films: readonly SamplerFilm[] = z
  .array(filmSchema)
  .parse(
    [
      films1900,
      films1930,
      films1940,
      films1950,
      films1960,
      films1970,
      films1980,
      films1990,
      films2000,
      films2010,
      films2020,
    ].flat(),
  );
