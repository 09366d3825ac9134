import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, type Progress } from '../../workflows/failure';
import { packageRoot } from '../../workflows/package-root';
import { compileJava, JavaProcess, type JavaTools, javaSources } from '../../workflows/prove/java';
import { type ReadRecord, RecordReader } from '../../workflows/prove/record-reader';

/** The four services and their main classes. */
const services = {
  'order-service': 'orders.OrderService',
  'payment-service': 'orders.PaymentService',
  'inventory-service': 'orders.InventoryService',
  'notification-service': 'orders.NotificationService',
} as const;

type ServiceName = keyof typeof services;

export interface OrderProcessingProps {
  /** The client folder of an application: `client.properties` and `application.json`. */
  readonly clients: (application: string) => string;
  /** The cluster; a `ClusterConnection` of `workflows/local` is one. */
  readonly connection: {
    /** Java client properties of someone who may read every topic of the example. */
    readonly adminClientFile: string;
    readonly jars: string;
    readonly java: string;
  };
  /** Where compiled classes may stay. */
  readonly cache: string;
  readonly progress: Progress;
  /** How many orders; one of them cannot be paid. Default: 5. */
  readonly orders?: number;
}

export interface OrderProcessingProof {
  readonly orders: number;
  /** Orders that were paid, each exactly once. */
  readonly paid: number;
  readonly shipped: number;
  /** Orders whose customer was told of everything that happened to it. */
  readonly notified: number;
  readonly deadLettered: number;
  /** How often the order that cannot be paid was tried. */
  readonly attempts: number;
  readonly seconds: number;
  /** The last lines that each service printed. */
  readonly services: readonly { readonly name: string; readonly output: readonly string[] }[];
}

/**
 * Runs the four services against real brokers, each with nothing but its own client folder, sends orders over HTTP, and
 * reads from the topics that every order arrived where it must: paid, shipped and told; or, the one that cannot be paid,
 * in the dead-letter topic after the stated attempts.
 */
export async function proveOrderProcessing(props: OrderProcessingProps): Promise<OrderProcessingProof> {
  const { progress, connection, orders = 5 } = props;
  const started = Date.now();
  const deadline = started + timeoutMilliseconds;
  const tools = { java: connection.java, jars: connection.jars, cache: props.cache };
  const topics = await topicsOf(props.clients);
  const run = newRun(orders);

  const classes = await compileJava(await javaSources(join(packageRoot, 'examples/order-processing/services')), tools);
  const running = new Map<ServiceName, JavaProcess>();
  const reader = await RecordReader.start(
    {
      clientFile: connection.adminClientFile,
      topics: [topics.created, topics.paid, topics.shipped, topics.notifications, topics.deadLetters],
      from: started - clockTolerance,
      only: ({ key }) => run.ids.includes(key ?? ''),
    },
    tools,
  );
  try {
    for (const name of Object.keys(services) as ServiceName[])
      running.set(name, start(name, props.clients(name), classes, tools));
    const port = await ready(running, deadline);
    await reader.ready(deadline);
    progress(`four services are running; sending ${orders} orders, one of which cannot be paid`);
    for (const id of run.ids) await post(port, id, id === run.poison ? 0 : 12.5, running);

    const stages = stagesOf(run, topics);
    for (const { service, what, probe } of stages) {
      const late = reader
        .until(what, deadline, (records) => probe(records) || undefined)
        .then(
          () => undefined,
          () => service,
        );
      const ended = [...running].map(([name, process]) => process.untilEnd().catch(() => name));
      const culprit = await Promise.race([late, ...ended]);
      if (culprit)
        throw new Failure(`order processing: ${what}: not seen`, {
          why: linesOf(culprit, running),
          fix: `look at ${culprit}: its permissions, and its client folder ${props.clients(culprit)}`,
        });
      progress(what);
    }
    return summarise(run, topics, reader.records, running, started);
  } finally {
    await Promise.all([reader, ...running.values()].map((process) => process.stop()));
  }
}

/** Records of this run may carry the time of another machine's clock. */
const clockTolerance = 60_000;

/** Bound for everything, from the start of the services to the last record. */
const timeoutMilliseconds = 120_000;

const start = (name: ServiceName, folder: string, classes: string, tools: JavaTools) =>
  new JavaProcess(
    { name, mainClass: services[name], classes, arguments: [folder], ready: /^(?:listening on (\d+)|ready: )/ },
    tools,
  );

/** Waits until every service has said that it is ready; returns the order service's port. */
async function ready(running: ReadonlyMap<ServiceName, JavaProcess>, deadline: number): Promise<number> {
  const found = await Promise.all([...running.values()].map((process) => process.ready(deadline)));
  return Number(found.find(([, port]) => port !== undefined)?.[1]);
}

async function post(port: number, orderId: string, amount: number, running: ReadonlyMap<ServiceName, JavaProcess>) {
  const answer = await fetch(`http://127.0.0.1:${port}/orders`, {
    method: 'POST',
    body: JSON.stringify({ orderId, userId: 'a-customer', amount }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => error);
  if (answer instanceof Response && answer.status === 202) return;
  const why = answer instanceof Response ? `${answer.status} ${await answer.text()}` : answer.message;
  throw new Failure(`order processing: order-service did not accept order ${orderId}`, {
    why: [why.trim(), ...linesOf('order-service', running)],
  });
}

const linesOf = (service: ServiceName, running: ReadonlyMap<ServiceName, JavaProcess>) =>
  (running.get(service)?.lastLines ?? []).map((line) => `${service}: ${line}`);

interface Run {
  readonly ids: readonly string[];
  /** The order that cannot be paid: one in the middle, so that orders behind it show that they are not held up. */
  readonly poison: string;
  readonly payable: readonly string[];
}

function newRun(orders: number): Run {
  const run = randomBytes(4).toString('hex');
  const ids = Array.from({ length: orders }, (_, index) => `order-${run}-${index + 1}`);
  const poison = ids[Math.floor(orders / 2)] ?? '';
  return { ids, poison, payable: ids.filter((id) => id !== poison) };
}

interface Topics {
  readonly created: string;
  readonly paid: string;
  readonly shipped: string;
  readonly notifications: string;
  /** What the notification service tells of. */
  readonly told: readonly string[];
  readonly deadLetters: string;
  readonly attempts: number;
}

interface ApplicationFile {
  readonly produces: readonly string[];
  readonly consumes?: Readonly<
    Record<string, { readonly deadLetter?: { readonly topic: string; readonly attempts: number } }>
  >;
}

/** The example's topics, from what the description says of each service. */
async function topicsOf(clients: (application: string) => string): Promise<Topics> {
  const read = async (name: ServiceName): Promise<ApplicationFile> =>
    JSON.parse(await readFile(join(clients(name), 'application.json'), 'utf8'));
  const produced = ({ produces, consumes = {} }: ApplicationFile) => {
    const deadLetters = Object.values(consumes).map(({ deadLetter }) => deadLetter?.topic);
    return produces.find((topic) => !deadLetters.includes(topic)) ?? '';
  };
  const payment = await read('payment-service');
  const notification = await read('notification-service');
  const created = produced(await read('order-service'));
  const deadLetter = payment.consumes?.[created]?.deadLetter;
  if (!deadLetter) throw new Failure(`order processing: payment-service has no dead letter for '${created}'`);
  return {
    created,
    paid: produced(payment),
    shipped: produced(await read('inventory-service')),
    notifications: produced(notification),
    told: Object.keys(notification.consumes ?? {}),
    deadLetters: deadLetter.topic,
    attempts: deadLetter.attempts,
  };
}

const keysIn = (records: readonly ReadRecord[], topic: string) =>
  records.filter((record) => record.topic === topic).map(({ key }) => key);

/** What must be seen, in the order in which it happens, and whose work it is. */
function stagesOf({ ids, poison, payable }: Run, topics: Topics) {
  const all =
    (topic: string, wanted: readonly string[], times = 1) =>
    (records: readonly ReadRecord[]) => {
      const keys = keysIn(records, topic);
      return wanted.every((id) => keys.filter((key) => key === id).length >= times);
    };
  const stage = (service: ServiceName, what: string, probe: (records: readonly ReadRecord[]) => boolean) => ({
    service,
    what,
    probe,
  });
  return [
    stage('order-service', `${ids.length} orders in ${topics.created}`, all(topics.created, ids)),
    stage('payment-service', `${payable.length} orders in ${topics.paid}`, all(topics.paid, payable)),
    stage('payment-service', `1 order in ${topics.deadLetters}`, all(topics.deadLetters, [poison])),
    stage('inventory-service', `${payable.length} orders in ${topics.shipped}`, all(topics.shipped, payable)),
    stage(
      'notification-service',
      `${payable.length} orders in ${topics.notifications}`,
      all(topics.notifications, payable, topics.told.length),
    ),
  ];
}

/** Counts, and refuses what arrived beside the expected: an order paid twice, or the wrong order in the wrong place. */
function summarise(
  run: Run,
  topics: Topics,
  records: readonly ReadRecord[],
  running: ReadonlyMap<ServiceName, JavaProcess>,
  started: number,
): OrderProcessingProof {
  const deadLetters = records.filter(({ topic }) => topic === topics.deadLetters);
  const attempts = Number(deadLetters[0]?.headers['dead-letter.attempts']);
  const problems = [
    ...exactly(topics.paid, keysIn(records, topics.paid), run.payable),
    ...exactly(topics.deadLetters, keysIn(records, topics.deadLetters), [run.poison]),
    ...(attempts === topics.attempts
      ? []
      : [`${topics.deadLetters}: ${attempts} attempts instead of ${topics.attempts}`]),
  ];
  if (problems.length > 0)
    throw new Failure('order processing: the topics hold what they must not', {
      why: [...problems, ...linesOf('payment-service', running)],
    });
  return {
    orders: run.ids.length,
    paid: run.payable.length,
    shipped: new Set(keysIn(records, topics.shipped)).size,
    notified: new Set(keysIn(records, topics.notifications)).size,
    deadLettered: deadLetters.length,
    attempts,
    seconds: Math.round((Date.now() - started) / 100) / 10,
    services: [...running].map(([name, { output }]) => ({ name, output: output.slice(-20) })),
  };
}

const exactly = (topic: string, found: readonly (string | null)[], wanted: readonly string[]): string[] =>
  [...found].sort().join() === [...wanted].sort().join()
    ? []
    : [`${topic}: holds ${found.join(', ')} instead of ${wanted.join(', ')}`];
