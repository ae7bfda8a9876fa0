import { get } from 'node:http';
import { join } from 'node:path';

// The first two steps of a runtime (AWS Lambda developer guide, "Using the Lambda runtime API"): load, and ask for work.
await import(join(process.env.LAMBDA_TASK_ROOT, 'index.mjs'));
get(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next`);
