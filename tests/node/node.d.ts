// What the unit tests use of Node, so that they are type-checked without another package.

declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): asserts value;
  export function match(text: string, pattern: RegExp): void;
  export function rejects(promise: Promise<unknown>, expected: (error: unknown) => boolean): Promise<void>;
}

declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf-8"): string;
}

declare const process: { argv: string[]; stdout: { write(text: string): void } };
