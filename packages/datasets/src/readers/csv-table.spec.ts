import { describe, expect, it } from "vitest";
import { readCsvTable } from "./csv-table.ts";

async function read(text: string | Buffer, columns = ["id", "title"]) {
  const rows: string[][] = [];
  const bad: number[] = [];
  const chunks = async function* () {
    yield Buffer.from(text);
  };
  const count = await readCsvTable(chunks(), {
    file: "movies.csv",
    columns,
    onRow: (values, line) => rows.push([...values, `line ${line}`]),
    onBadRow: (_found, line) => bad.push(line),
  });
  return { rows, bad, count };
}

describe("a csv table", () => {
  it("reads quotes, any column order, a byte order mark; hands bad rows over", async () => {
    expect(await read('\uFEFFtitle,year,id\r\n"Matrix, ""The""",1999,7\r\nHeat,1995\r\nBabe,1995,9\r\n')).toEqual({
      rows: [
        ["7", 'Matrix, "The"', "line 2"],
        ["9", "Babe", "line 4"],
      ],
      bad: [3],
      count: 3,
    });
  });

  it("names a missing column and those found", async () => {
    await expect(read("id,name\n1,Heat\n")).rejects.toThrow(
      "movies.csv lacks the column title (its first line has: id, name); download it again or add the header.",
    );
  });

  it("names the line that is not UTF-8", async () => {
    const text = Buffer.from("id,title\n1,Heat\n2,Misérables\n", "latin1");
    await expect(read(text)).rejects.toThrow(
      "movies.csv is not UTF-8 in line 3; save it as UTF-8 or download it again.",
    );
  });

  it("refuses UTF-16, with and without its mark", async () => {
    await expect(read(Buffer.from("\uFEFFid,title\n", "utf16le"))).rejects.toThrow("movies.csv is not UTF-8 in line 1");
    await expect(read(Buffer.from("id,title\n", "utf16le"))).rejects.toThrow("movies.csv is not UTF-8 in line 1");
  });

  it("refuses a file that ends in the middle of a line, or is empty", async () => {
    await expect(read("id,title\n1,Heat\n2")).rejects.toThrow("movies.csv ends in the middle of line 3");
    await expect(read("")).rejects.toThrow("movies.csv is empty");
  });

  it("refuses a quote that is never closed", async () => {
    await expect(read('id,title\n1,"Heat\n2,Babe\n')).rejects.toThrow(/^movies\.csv cannot be read .*never closed/);
  });
});
