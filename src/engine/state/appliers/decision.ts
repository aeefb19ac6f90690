import type { AppliersOf } from './applier.js';

export const decisionAppliers: AppliersOf<'DECISION'> = {
  CREATED(state, _key, value) {
    const { decisionId, decisionName, version, decisionKey: key } = value;
    const { decisionRequirementsId, decisionRequirementsKey } = value;
    state.decisions.insert(key, {
      key,
      decisionId,
      decisionName,
      version,
      decisionRequirementsId,
      decisionRequirementsKey,
    });
    state.decisionVersions.put(decisionId, version, key);
    state.decisionsByRequirements.put(decisionRequirementsKey, key, 1);
  },

  DELETED(state, _key, { decisionId, version, decisionKey, decisionRequirementsKey }) {
    state.decisions.remove(decisionKey);
    state.decisionVersions.remove(decisionId, version);
    state.decisionsByRequirements.remove(decisionRequirementsKey, decisionKey);
  },
};

export const decisionRequirementsAppliers: AppliersOf<'DECISION_REQUIREMENTS'> = {
  CREATED(state, _key, value) {
    const { decisionRequirementsId, decisionRequirementsName, decisionRequirementsVersion: version } = value;
    const { decisionRequirementsKey: key, namespace, resourceName, checksum, resource } = value;
    state.decisionRequirements.insert(key, {
      key,
      decisionRequirementsId,
      decisionRequirementsName,
      version,
      namespace,
      resourceName,
      checksum,
      resource,
    });
    state.decisionRequirementsVersions.put(decisionRequirementsId, version, key);
  },

  /** Its decisions have events of their own, before this one. */
  DELETED(state, _key, { decisionRequirementsId, decisionRequirementsVersion, decisionRequirementsKey }) {
    state.decisionRequirements.remove(decisionRequirementsKey);
    state.decisionRequirementsVersions.remove(decisionRequirementsId, decisionRequirementsVersion);
  },
};
