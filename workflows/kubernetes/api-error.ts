import { exitCode, Failure } from '../failure';
import { type KubernetesObject, placeOf } from './object';
import type { Answer } from './proxy';

/** A field that somebody else holds. */
export interface Conflict {
  /** `.spec.partitions`. */
  readonly field: string;
  readonly manager: string;
}

/** What the API server refused, in its own words. https://kubernetes.io/docs/reference/using-api/api-concepts/ */
export class ApiError extends Error {
  readonly reason: string;
  readonly conflicts: readonly Conflict[];

  constructor(
    readonly status: number,
    body: string,
  ) {
    const { message, reason, details } = statusOf(body);
    super(message);
    this.name = 'ApiError';
    this.reason = reason ?? '';
    this.conflicts = (details?.causes ?? []).flatMap(({ reason, message, field }) =>
      reason === 'FieldManagerConflict'
        ? [{ field: field ?? '', manager: /^conflict with "([^"]*)"/.exec(message ?? '')?.[1] ?? 'somebody' }]
        : [],
    );
  }

  static of({ status, body }: Answer): ApiError {
    return new ApiError(status, body);
  }
}

interface Status {
  readonly message: string;
  readonly reason?: string;
  readonly details?: {
    readonly causes?: readonly { readonly reason?: string; readonly message?: string; readonly field?: string }[];
  };
}

function statusOf(body: string): Status {
  try {
    const status = JSON.parse(body) as Status;
    return typeof status.message === 'string' ? status : { message: body };
  } catch {
    return { message: body.trim() };
  }
}

/** Why a request failed, for the person who typed the command; anything but an answer is our mistake. */
export function failureOf(error: unknown, what: string): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof ApiError)) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return new Failure(what, { why: [message], fix: 'run the same command again: it goes on from there' });
  }
  return new Failure(what, { why: [error.message], fix: fixOf(error), exit: exitCode.failed });
}

/** One line about one object that was refused. */
export const refusalOf = (object: KubernetesObject, error: ApiError): string => `${placeOf(object)}: ${error.message}`;

/** What to do about a status, where there is more to say than the server did. */
export function fixOf({ status }: ApiError): string {
  if (status === 401) return 'log in again: the credential of this context is not accepted, or has ended';
  if (status === 403) return 'let whoever looks after the cluster grant that, or use an account that may';
  if (status === 502 || status === 503 || status === 504) return 'reach the API server, and run the same command again';
  return 'put that right, and run the same command again';
}
