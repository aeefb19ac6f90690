import { changesNothing, type AppliersOf } from './applier.js';

export const deploymentAppliers: AppliersOf<'DEPLOYMENT'> = { CREATED: changesNothing };

export const processAppliers: AppliersOf<'PROCESS'> = {
  CREATED(state, _key, value) {
    const { bpmnProcessId, version, processDefinitionKey: key, resourceName, checksum, resource } = value;
    state.processes.insert(key, { key, bpmnProcessId, version, resourceName, checksum, resource });
    state.processVersions.put(bpmnProcessId, version, key);
  },
};

export const formAppliers: AppliersOf<'FORM'> = {
  CREATED(state, _key, value) {
    const { formId, version, formKey: key, resourceName, checksum, resource } = value;
    state.forms.insert(key, { key, formId, version, resourceName, checksum, resource });
    state.formVersions.put(formId, version, key);
  },
};
