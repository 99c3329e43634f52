// PGlite never checkpoints by itself: its log would grow without end, and with it the time to open after a crash.

export interface CheckpointRules {
  /** How often to look. */
  readonly lookMs: number;
  /** Log that has piled up since the last checkpoint. */
  readonly bytes: number;
  /** Time since the last checkpoint, when anything was written. */
  readonly ageMs: number;
}

const defaultRules: CheckpointRules = { lookMs: 5_000, bytes: 64 << 20, ageMs: 5 * 60_000 };

/**
 * Looks from time to time how much log has piled up and checkpoints when it is much or old.
 * @param queryNumber runs a statement that returns one number
 * @returns stops it
 */
export function keepCheckpoints(
  queryNumber: (sql: string) => Promise<number>,
  { lookMs, bytes, ageMs }: CheckpointRules = defaultRules,
): () => void {
  let lastCheckpointAt = Date.now();
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const pending = await queryNumber(
        "select (pg_current_wal_lsn() - redo_lsn)::float8 as value from pg_control_checkpoint()",
      );
      // the checkpoint's own record is some hundred bytes
      if (pending > bytes || (pending > 4096 && Date.now() - lastCheckpointAt > ageMs)) {
        await queryNumber("checkpoint");
        lastCheckpointAt = Date.now();
      }
    } catch {
      // the worker was lost or closed: the next look finds another, or this has been stopped
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}
