import { changed } from '../support/change';
import { Project, succeed } from '../support/project';

/**
 * Kafka forgets every SCRAM user when it reads a log in which one was removed before anything else in its hash map, and
 * no snapshot stands before it (`ScramDelta.apply`, Kafka 4.3.1). With these names `stats` is that one.
 */
const desk = {
  name: 'desk',
  disposable: true,
  clusters: { main: { backend: 'kafka', local: true } },
  platform: {
    owners: { shop: { contact: 'shop@example.com' } },
    topics: { 'baskets.checked-out': { owner: 'shop' } },
    applications: {
      'basket-service': { owner: 'shop', produces: { 'baskets.checked-out': {} } },
      'mail-service': { owner: 'shop', consumes: { 'baskets.checked-out': {} } },
      stats: { owner: 'shop', consumes: { 'baskets.checked-out': {} } },
    },
  },
};

jest.setTimeout(300_000);

const project = new Project();

afterAll(() => {
  succeed(project.kit('down', 'desk', '--data', 'destroy'));
  project.remove();
});

test('after an application was removed, a restarted cluster still knows everybody else', () => {
  project.write('environments/desk.yaml', desk);
  succeed(project.kit('up', 'desk'));
  succeed(project.kit('deploy', 'desk'));
  project.write('environments/desk.yaml', changed<unknown>(desk, { 'platform.applications.stats': undefined }));
  succeed(project.kit('deploy', 'desk'));
  succeed(project.kit('down', 'desk'));
  succeed(project.kit('up', 'desk'));
  expect(succeed(project.kit('deploy', 'desk')).stderr).toContain('nothing to do');
});
