import { errorCode } from '../../domain/system-error.ts';

/** What work on a file gives; null where there is nothing of that name. */
export async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
