/** How the objects are found by Prometheus and Grafana, and who may scrape. */
export interface Selection {
  /**
   * Labels that the Prometheus resource selects monitors and rules by. kube-prometheus-stack asks for its release's name unless
   * `*SelectorNilUsesHelmValues` is false: without the label nothing is scraped and nobody is told.
   * Default: `release: kube-prometheus-stack`.
   */
  readonly selectedBy?: Readonly<Record<string, string>>;
  /** Where Prometheus runs. Default: `monitoring`. */
  readonly prometheusNamespace?: string;
}

export const defaultSelectedBy: Readonly<Record<string, string>> = { release: 'kube-prometheus-stack' };

export const defaultPrometheusNamespace = 'monitoring';
