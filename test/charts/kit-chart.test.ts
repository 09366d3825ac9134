import { ApiObject, App } from 'cdk8s';
import { KitChart } from '../../charts/kit-chart';

test('an object is called as it is told, or after its path, and says who made it beside what it says itself', () => {
  const chart = new KitChart(new App(), 'events', { unit: 'main', namespace: 'kafka' });
  new ApiObject(chart, 'told', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'it', labels: { owner: 'a' } } });
  new ApiObject(chart, 'untold', { apiVersion: 'v1', kind: 'Secret' });
  const managed = { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' };
  expect(chart.toJson().map(({ metadata }) => metadata)).toEqual([
    { name: 'it', namespace: 'kafka', labels: { ...managed, owner: 'a' } },
    { name: 'events-untold', namespace: 'kafka', labels: managed },
  ]);
});
