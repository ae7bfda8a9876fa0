const NAME = /^[A-Za-z0-9_-]{1,80}$/;

/** Whether every engine of state machines takes this name (AWS Step Functions API reference, StartExecution). */
export const isExecutionName = (name: string): boolean => NAME.test(name);
