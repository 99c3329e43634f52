// Progress of long steps: a bar in a terminal, plain lines elsewhere. A step under a second prints one line.
import { Presets, SingleBar } from "cli-progress";

const barAfterMilliseconds = 1_000;
const plainLineEveryMilliseconds = 5_000;

export type ReportShare = (share: number) => void;

interface Display {
  update(share: number): void;
  stop(): void;
}

function startBar(title: string, stream: NodeJS.WriteStream): Display {
  const format = `${title} {bar} {percentage} %`;
  const bar = new SingleBar({ format, hideCursor: true, stream }, Presets.shades_classic);
  bar.start(100, 0);
  return { update: (share) => bar.update(Math.round(share * 100)), stop: () => bar.stop() };
}

function startLines(title: string, stream: NodeJS.WriteStream): Display {
  let printedAt = Date.now();
  stream.write(`${title} …\n`);
  return {
    update: (share) => {
      if (Date.now() - printedAt < plainLineEveryMilliseconds) return;
      printedAt = Date.now();
      stream.write(`${title} … ${Math.round(share * 100)} %\n`);
    },
    stop: () => {},
  };
}

/** Runs one step and shows how far it is; `report` takes the share done, 0 to 1. */
export async function runStep<Result>(
  title: string,
  work: (report: ReportShare) => Promise<Result>,
  stream: NodeJS.WriteStream = process.stdout,
): Promise<Result> {
  const startedAt = Date.now();
  let share = 0;
  let display: Display | undefined;
  const timer = setTimeout(() => {
    display = stream.isTTY ? startBar(title, stream) : startLines(title, stream);
    display.update(share);
  }, barAfterMilliseconds);
  try {
    const result = await work((next) => {
      share = Math.min(1, Math.max(share, next));
      display?.update(share);
    });
    display?.update(1);
    return result;
  } finally {
    clearTimeout(timer);
    display?.stop();
    if (display) stream.write(`${title}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}
