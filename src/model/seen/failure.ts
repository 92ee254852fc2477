// Every way in which the world may fail to answer. A failure is an observation; what depends on it is unknown, never unmet.

export const FAILURES = {
  timeout: 'the server did not answer in time',
  refused: 'the connection was refused',
  unreachable: 'the address could not be reached',
  reset: 'the connection broke in the middle of the answer',
  'rate-limited': 'the server asks to come back later',
  denied: 'the server refuses to answer this question',
  'server-error': 'the server says that it failed',
  lame: 'the delegated server does not answer for the zone',
  unparsable: 'the answer could not be read',
  incomplete: 'the answer ends before it is whole',
  'too-large': 'the answer is larger than any honest one',
  'wrong-object': 'the answer is about something else',
  contradictory: 'the answer contradicts itself',
  tls: 'the encrypted connection could not be trusted',
  unresolvable: 'no address was found for the server',
  'no-server': 'no server is known for this question',
  'not-asked': 'the question could not be asked, since an earlier one has no answer',
  'not-needed': 'the question was not asked, since nothing needs its answer',
  guarded: 'the address may not be dialled',
  'path-intercepted': 'somebody on the way answers in the place of the server',
  'rewritten-answers': 'addresses are given for names that do not exist',
  'excluded-by-seal': 'the seal does not allow to ask this server',
  interrupted: 'the run was interrupted',
  'missing-shard': 'the shard of the check that was to ask it did not come in',
  defect: 'the program itself failed at this question, which is a bug',
} as const;

export type FailureKind = keyof typeof FAILURES;

/** The ways in which a name server is lame or has no address: a detail of a failure, each in words that follow its name. */
export const FAILURE_CAUSES = {
  'answers-refused': 'answers REFUSED: it does not serve the zone',
  'answers-servfail': 'answers SERVFAIL: it has the zone and cannot serve it',
  'upward-referral': 'refers upward, to servers above the zone',
  'no-authority': 'answers without authority (AA)',
  'no-soa': 'has no SOA for the zone',
  'serves-the-child': 'serves the name itself too, and gives that zone’s view in place of the parent’s',
  'alias-for-delegation': 'has an alias (CNAME or DNAME) in place of a delegation',
  'ns-alias': 'is an alias, which no name server may be (RFC 2181 section 10.3)',
} as const;

export type FailureCause = keyof typeof FAILURE_CAUSES;
