/** What a check says. A broker that is down is `blocked`, never a wrong answer; our own fault is `error`. */
export type CheckResult =
  | {
      readonly status: 'pass';
      readonly expected: string;
      readonly actual: string;
      /** it could not be looked at here, which is nobody's fault */
      readonly unseen?: true;
    }
  | {
      readonly status: 'fail';
      readonly expected: string;
      readonly actual: string;
      readonly because?: string;
      readonly tryNext?: string;
    }
  | { readonly status: 'blocked'; readonly by: string; readonly tryNext: string }
  | { readonly status: 'error'; readonly problem: string };
