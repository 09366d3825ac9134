import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { moveApplications } from '../backends/moves';
import { serviceOf } from '../backends/terraform';
import type { Resolved } from '../model/resolved';
import type { ServiceStack } from '../model/service-stack';
import { placeTerraformSettings } from './terraform-settings';

export interface VendorServiceStackProps {
  readonly service: ServiceStack;
  readonly resolved: Resolved;
  /** The file that holds a local state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** What a vendor's service runs beside clusters, with a state of its own: connectors come and go without touching a topic. */
export class VendorServiceStack extends TerraformStack {
  constructor(scope: Construct, { service, resolved, stateFile }: VendorServiceStackProps) {
    super(scope, service.name);
    placeTerraformSettings(this, { environment: resolved.environment, stateFile });
    serviceOf(service).place(this, service, resolved);
    this.placeMoves({ service, resolved });
  }

  /** Lets renamed connectors keep what the state knows of them; what bears a name of AWS' is replaced all the same. */
  private placeMoves({ service, resolved: { applications, environment } }: VendorServiceStackProps): void {
    const here = [...applications.values()].filter(
      ({ service: by, workload }) => by === service.service && workload?.name === service.noun,
    );
    moveApplications(this, { environment, applications: here });
  }
}
