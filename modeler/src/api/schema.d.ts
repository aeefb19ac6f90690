// Made by scripts/openapi-types.ts from the API’s OpenAPI document. Do not edit: run it again.

export interface paths {
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 当前登录人 */
    get: operations['getSession'];
    put?: never;
    /** 登录 */
    post: operations['signIn'];
    /** 退出登录 */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/bundles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 可办理的套餐 */
    get: operations['listBundles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/bundles/{bundleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个套餐：清单、办事指南、表单 */
    get: operations['getBundle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/materials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 上传一份材料文件 */
    post: operations['uploadMaterial'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/materials/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 查看一份材料文件 */
    get: operations['downloadMaterial'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本人可见的办件，最新的在前 */
    get: operations['listCases'];
    put?: never;
    /**
     * 提交申请
     * @description 同一个 Idempotency-Key 和同样的内容只会生成一个办件；缺少必要材料时拒绝，除非 submitIncomplete 为 true。
     */
    post: operations['submitCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个办件 */
    get: operations['getCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseNumber}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 办件的经过，最早的在前 */
    get: operations['getCaseTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseNumber}/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 提交补正 */
    post: operations['correctCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseNumber}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤回办件 */
    post: operations['withdrawCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseNumber}/diagram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 办件的流程图与当前位置 */
    get: operations['getCaseDiagram'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 队列中的待办；不指定状态时为待领取和办理中的，先来的在前 */
    get: operations['listTasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一个待办：表单、数据、办件 */
    get: operations['getTask'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 领取；已被他人领取时答复 409 TASK_TAKEN */
    post: operations['claimTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退回队列 */
    post: operations['releaseTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 办理：通过、不予许可（须写理由）、要求补正（一次列全） */
    post: operations['completeTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/incidents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 流程异常清单，最新的在前 */
    get: operations['listIncidents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/incidents/{key}/resolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 处理异常：给任务新的尝试次数，让流程继续 */
    post: operations['resolveIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 实时消息（Server-Sent Events），只含本人可见的变化
     * @description 事件名为 `case`、`task`、`incident`、`bundle`，数据为 `{ id, caseNumber?, queue? }`；断线重连带 `Last-Event-ID` 会补发，无法补发时先收到 `reset`，应全部重新查询。
     */
    get: operations['streamEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/callbacks/bank/card-made': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 合作银行通知卡片已制成；重复通知只计一次 */
    post: operations['bankCardMade'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 可编辑的套餐与草稿状态 */
    get: operations['listStudioBundles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 打开套餐：已发布的流程、表单、清单与草稿 */
    get: operations['openStudioBundle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * 保存草稿
     * @description 流程图、人工环节与表单一起保存；已有草稿时带 `If-Match`，没有时带 `If-None-Match: *`；他人已先保存时答复 412 `DRAFT_CHANGED`。
     */
    put: operations['saveDraft'];
    post?: never;
    /** 放弃草稿 */
    delete: operations['discardDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}/publication-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 申请发布草稿 */
    post: operations['requestPublication'];
    /** 撤回发布申请 */
    delete: operations['takeBackPublicationRequest'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}/publication-return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退回草稿（由另一人） */
    post: operations['returnDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 审批并发布草稿（由另一人）：新办件使用新版本，在办的不变 */
    post: operations['publishDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 历史版本，最新的在前 */
    get: operations['listStudioVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/modeler/bundles/{id}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 某一版本的流程、人工环节与表单；恢复旧版即把它们存为草稿 */
    get: operations['getStudioVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 进程是否存活 */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 各部分（引擎、数据库、队列、记录流等）是否可用 */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本接口的 OpenAPI 3.1 说明 */
    get: operations['getOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    BundleSummary: {
      id: string;
      name: string;
      summary: string;
      modes: string[];
      channels: string[];
      itemCount: number;
      materialCount: number;
      visits: number;
      promisedWorkingDays: number;
      departments: string[];
    };
    BundleList: {
      items: components['schemas']['BundleSummary'][];
    };
    /** @description 清单的全部内容，另有办事指南、表单和已发布的版本号 */
    BundleView: {
      id: string;
      name: string;
      summary: string;
      /** @description 已发布的版本号 */
      version: number;
      modes: components['schemas']['BundleManifestModes'];
      channels: ('online' | 'window')[];
      startMessage: string;
      startForm: components['schemas']['BundleManifestFormName'];
      servedObjects: ('person' | 'legal')[];
      items: components['schemas']['BundleManifestItem'][];
      materials: components['schemas']['BundleManifestMaterial'][];
      limits: {
        promisedWorkingDays: number;
        warnAtPercent: number;
        correctionDays: number;
      };
      tasks: {
        [key: string]: components['schemas']['BundleManifestTask'];
      };
      departments: {
        [key: string]: {
          name: string;
          system?: string;
        };
      };
      /** @description What follows the departments' work, for the picture of progress: each stage names its BPMN elements */
      stages?: {
        id: string;
        name: string;
        elements: string[];
      }[];
      processVariables?: string[];
      applicantFields?: {
        name: string;
        idNumber: string;
        phone: string;
      };
      deliveryFields?: {
        method: string;
        address: string;
      };
      /** @constant */
      demo: true;
      packageVersion: string;
      /** @description Markdown */
      guide: string;
      /** @description form-js，按名称 */
      forms: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
    };
    StoredMaterial: {
      id: string;
      fileName: string;
      contentType: string;
      bytes: number;
      sha256: string;
    };
    SessionUser: {
      id: string;
      userName: string;
      displayName: string;
      /** @enum {string} */
      role: 'applicant' | 'clerk' | 'worker' | 'approver' | 'supervisor' | 'analyst' | 'administrator';
      department?: string;
      queue?: string;
      demo: boolean;
    };
    Session: {
      user: components['schemas']['SessionUser'] | null;
      /** @description 写操作请放在请求头 X-CSRF-Token 中；未登录时为空 */
      csrfToken: string;
    };
    /**
     * @description 草稿、收件、预受理、补齐补正、受理、在办、挂起、办结、作废办结、退件、不予受理
     * @enum {string}
     */
    CaseState:
      | 'draft'
      | 'received'
      | 'pre-accepting'
      | 'correcting'
      | 'accepted'
      | 'in-progress'
      | 'suspended'
      | 'finished'
      | 'withdrawn'
      | 'returned'
      | 'not-accepted';
    /**
     * @description 准予、部分准予、不予许可、退件、不予受理、撤回
     * @enum {string}
     */
    CaseResult: 'granted' | 'partly-granted' | 'refused' | 'returned' | 'not-accepted' | 'withdrawn';
    MissingMaterial: {
      id: string;
      name: string;
      reason: string;
    };
    CaseItem: {
      /** @description 事项办件编号 */
      number: string;
      itemId: string;
      name: string;
      department: string;
      departmentName: string;
      state: components['schemas']['CaseState'];
      /** @enum {unknown} */
      result: 'granted' | 'partly-granted' | 'refused' | 'returned' | 'not-accepted' | 'withdrawn' | null;
      reason: string | null;
    };
    CaseFile: {
      fileId: string;
      fileName: string;
      contentType: string;
      bytes: number;
      stage: string;
      /** Format: date-time */
      at: string;
    };
    CaseMaterial: {
      materialId: string;
      name: string;
      /**
       * @description 必要、非必要、容缺后补
       * @enum {string}
       */
      need: 'required' | 'optional' | 'deferred';
      files: components['schemas']['CaseFile'][];
    };
    Correction: {
      number: number;
      /** Format: date-time */
      askedAt: string;
      by: string;
      missing: components['schemas']['MissingMaterial'][];
      /** Format: date-time */
      answeredAt: string | null;
      /** Format: date-time */
      dueAt: string;
    };
    CaseView: {
      /**
       * @description 办件编号
       * @example TB20261124000001
       */
      caseNumber: string;
      bundleId: string;
      bundleName: string;
      bundleVersion: number;
      /** @enum {string} */
      channel: 'online' | 'window';
      window: string | null;
      state: components['schemas']['CaseState'];
      /** @enum {unknown} */
      result: 'granted' | 'partly-granted' | 'refused' | 'returned' | 'not-accepted' | 'withdrawn' | null;
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      updatedAt: string;
      applicant: {
        name: string;
        idNumber: string;
        phone: string;
      };
      form: {
        [key: string]: unknown;
      };
      materials: components['schemas']['CaseMaterial'][];
      items: components['schemas']['CaseItem'][];
      limits: {
        /** Format: date-time */
        promisedDueAt: string;
        /** Format: date-time */
        warnAt: string;
        /**
         * @description 绿灯在时限内，黄灯临期，红灯超期
         * @enum {string}
         */
        light: 'green' | 'amber' | 'red';
      };
      corrections: components['schemas']['Correction'][];
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date-time */
      finishedAt: string | null;
      delivery: {
        method: string | null;
        address: string | null;
        trackingNumber: string | null;
      };
      processInstanceKey: string | null;
      /** @description 当前登录人可进行的操作 */
      allowed: ('correct' | 'withdraw')[];
    };
    CaseSummary: {
      /**
       * @description 办件编号
       * @example TB20261124000001
       */
      caseNumber: string;
      bundleId: string;
      bundleName: string;
      bundleVersion: number;
      /** @enum {string} */
      channel: 'online' | 'window';
      window: string | null;
      state: components['schemas']['CaseState'];
      /** @enum {unknown} */
      result: 'granted' | 'partly-granted' | 'refused' | 'returned' | 'not-accepted' | 'withdrawn' | null;
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      updatedAt: string;
      applicantName: string;
      /**
       * @description 绿灯在时限内，黄灯临期，红灯超期
       * @enum {string}
       */
      light: 'green' | 'amber' | 'red';
    };
    CasePage: {
      items: components['schemas']['CaseSummary'][];
      /** @description 没有下一页时为 null */
      nextCursor: string | null;
    };
    TimelineEntry: {
      /** Format: date-time */
      at: string;
      kind: string;
      title: string;
      detail?: string;
      actor?: string;
      elementId?: string;
    };
    TimelinePage: {
      items: components['schemas']['TimelineEntry'][];
      /** @description 没有下一页时为 null */
      nextCursor: string | null;
    };
    SubmitCase: {
      bundleId: string;
      /** @enum {string} */
      channel: 'online' | 'window';
      form: {
        [key: string]: unknown;
      };
      materials: {
        materialId: string;
        fileId: string;
      }[];
      applicant?: {
        name: string;
        idNumber: string;
        phone: string;
      };
      /** @description 材料不齐也先提交，稍后按一次性告知补正 */
      submitIncomplete?: boolean;
    };
    CorrectCase: {
      form?: {
        [key: string]: unknown;
      };
      materials: {
        materialId: string;
        fileId: string;
      }[];
    };
    WithdrawCase: {
      reason: string;
    };
    /** @description RFC 9457 problem details */
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @description 中文：出了什么问题、怎么办 */
      detail: string;
      /** @description 稳定的错误码，如 TASK_TAKEN */
      code: string;
      errors?: components['schemas']['FieldError'][];
      requestId: string;
    };
    FieldError: {
      path: string;
      message: string;
    };
    DiagramElement: {
      elementId: string;
      /** @enum {string} */
      state: 'active' | 'completed' | 'terminated' | 'incident';
      /** @description 进入次数 */
      count: number;
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      endedAt: string | null;
    };
    Diagram: {
      /** @description 该办件所用版本的 BPMN */
      xml: string;
      version: number;
      elements: components['schemas']['DiagramElement'][];
      /** @description 走过的顺序流 */
      flows: string[];
    };
    /** @enum {string} */
    PartStatus: 'up' | 'degraded' | 'down';
    Readiness: {
      status: components['schemas']['PartStatus'];
      parts: {
        [key: string]: {
          status: components['schemas']['PartStatus'];
          detail: string;
        };
      };
    };
    Incident: {
      key: string;
      caseNumber: string | null;
      bundleId: string;
      bundleName: string;
      elementId: string;
      elementName: string;
      errorType: string;
      message: string;
      jobKey: string | null;
      processInstanceKey: string;
      /** Format: date-time */
      since: string;
      /** @enum {string} */
      state: 'open' | 'resolved';
      /** Format: date-time */
      resolvedAt: string | null;
      resolvedBy: string | null;
      /** @description 此前失败的尝试 */
      failures: {
        /** Format: date-time */
        at: string;
        /** @description 之后剩余的次数 */
        retries: number;
        message: string;
      }[];
    };
    IncidentPage: {
      items: components['schemas']['Incident'][];
      /** @description 没有下一页时为 null */
      nextCursor: string | null;
    };
    /** Bundle manifest */
    BundleManifest: {
      $schema?: string;
      id: string;
      name: string;
      summary: string;
      version: string;
      modes: components['schemas']['BundleManifestModes'];
      channels: ('online' | 'window')[];
      startMessage: string;
      startForm: components['schemas']['BundleManifestFormName'];
      servedObjects: ('person' | 'legal')[];
      items: components['schemas']['BundleManifestItem'][];
      materials: components['schemas']['BundleManifestMaterial'][];
      limits: {
        promisedWorkingDays: number;
        warnAtPercent: number;
        correctionDays: number;
      };
      tasks: {
        [key: string]: components['schemas']['BundleManifestTask'];
      };
      departments: {
        [key: string]: {
          name: string;
          system?: string;
        };
      };
      /** @description What follows the departments' work, for the picture of progress: each stage names its BPMN elements */
      stages?: {
        id: string;
        name: string;
        elements: string[];
      }[];
      processVariables?: string[];
      applicantFields?: {
        name: string;
        idNumber: string;
        phone: string;
      };
      deliveryFields?: {
        method: string;
        address: string;
      };
      /** @constant */
      demo: true;
    };
    BundleManifestFormName: string;
    BundleManifestModes: ('online' | 'proxy' | 'joint')[];
    BundleManifestItem: {
      id: string;
      name: string;
      department: string;
      catalogueCode: string;
      statutoryDays: number;
      promisedDays: number;
      visits: number;
    };
    BundleManifestMaterial: {
      id: string;
      name: string;
      /** @enum {string} */
      need: 'required' | 'optional' | 'deferred';
      requiredWhen?: string;
      formats: ('application/pdf' | 'image/jpeg' | 'image/png' | 'application/json')[];
      maxBytes: number;
      copies: number;
      /** @enum {string} */
      source: 'applicant' | 'shared' | 'department';
      note?: string;
    };
    BundleManifestTask: {
      name: string;
      form: components['schemas']['BundleManifestFormName'];
      queue: string;
      actions: ('complete' | 'refuse' | 'correct')[];
      item?: string;
      secretFields?: string[];
      secretSink?: {
        system: string;
        name: string;
      };
      needsIdentity?: boolean;
    };
    Person: {
      id: string;
      displayName: string;
    };
    DraftState: {
      /** @enum {string} */
      state: 'editing' | 'requested' | 'returned';
      /** @description ETag 为 "<revision>" */
      revision: number;
      baseVersion: number;
      /** Format: date-time */
      savedAt: string;
      savedBy: components['schemas']['Person'];
      request?: {
        note: string;
        /** Format: date-time */
        at: string;
        by: components['schemas']['Person'];
      };
      returned?: {
        comment: string;
        /** Format: date-time */
        at: string;
        by: components['schemas']['Person'];
      };
    };
    Draft: {
      /** @enum {string} */
      state: 'editing' | 'requested' | 'returned';
      /** @description ETag 为 "<revision>" */
      revision: number;
      baseVersion: number;
      /** Format: date-time */
      savedAt: string;
      savedBy: components['schemas']['Person'];
      request?: {
        note: string;
        /** Format: date-time */
        at: string;
        by: components['schemas']['Person'];
      };
      returned?: {
        comment: string;
        /** Format: date-time */
        at: string;
        by: components['schemas']['Person'];
      };
      xml: string;
      /** @description 人工环节，按流程图元素编号；名称、队列、表单以流程图为准 */
      tasks: {
        [key: string]: components['schemas']['DraftTask'];
      };
      /** @description 套餐的全部表单（form-js） */
      forms: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
    };
    /** @description 可以尚未填完的人工环节 */
    DraftTask: {
      name?: string;
      form?: string;
      queue?: string;
      actions?: ('complete' | 'refuse' | 'correct')[];
      item?: string;
      secretFields?: string[];
      secretSink?: {
        system: string;
        name: string;
      };
      needsIdentity?: boolean;
    };
    StudioVersionContent: {
      version: number;
      xml: string;
      /** @description 人工环节，按流程图元素编号；名称、队列、表单以流程图为准 */
      tasks: {
        [key: string]: components['schemas']['DraftTask'];
      };
      /** @description 套餐的全部表单（form-js） */
      forms: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
    };
    KnownJobType: {
      type: string;
      name: string;
      department?: string;
      /** @description 业务不予办理时的 BPMN 错误码 */
      refusal?: string;
    };
    StudioBundleSummary: {
      id: string;
      name: string;
      summary: string;
      version: number;
      /** Format: date-time */
      publishedAt: string;
      draft: components['schemas']['DraftState'] | null;
    };
    StudioBundle: {
      id: string;
      name: string;
      /** @description 已发布的 BPMN */
      xml: string;
      manifest: components['schemas']['BundleManifest'];
      forms: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      version: number;
      /** Format: date-time */
      publishedAt: string;
      draft: components['schemas']['Draft'] | null;
      knownJobTypes: components['schemas']['KnownJobType'][];
    };
    SaveDraft: {
      xml: string;
      /** @description 人工环节，按流程图元素编号；名称、队列、表单以流程图为准 */
      tasks?: {
        [key: string]: components['schemas']['DraftTask'];
      };
      /** @description 套餐的全部表单（form-js） */
      forms?: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      baseVersion: number;
    };
    Published: {
      version: number;
      processDefinitionKey: string | null;
    };
    StudioVersion: {
      version: number;
      /** @description 新办件使用该版本 */
      current: boolean;
      /** Format: date-time */
      publishedAt: string;
      publishedBy?: string;
      approvedBy?: string;
      note?: string;
    };
    /**
     * @description 待领取、办理中、已办理、已取消
     * @enum {string}
     */
    TaskState: 'open' | 'claimed' | 'completed' | 'canceled';
    TaskSummary: {
      id: string;
      name: string;
      caseNumber: string;
      bundleName: string;
      /** @description 已脱敏 */
      applicantName: string;
      queue: string;
      state: components['schemas']['TaskState'];
      assignee: {
        id: string;
        displayName: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      dueAt: string | null;
      /** @enum {string} */
      light: 'green' | 'amber' | 'red';
      elementId: string;
    };
    TaskCounts: {
      open: number;
      claimed: number;
      mine: number;
      completed: number;
    };
    TaskPage: {
      items: components['schemas']['TaskSummary'][];
      /** @description 没有下一页时为 null */
      nextCursor: string | null;
      counts: components['schemas']['TaskCounts'];
    };
    TaskView: {
      id: string;
      name: string;
      caseNumber: string;
      bundleName: string;
      /** @description 已脱敏 */
      applicantName: string;
      queue: string;
      state: components['schemas']['TaskState'];
      assignee: {
        id: string;
        displayName: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      dueAt: string | null;
      /** @enum {string} */
      light: 'green' | 'amber' | 'red';
      elementId: string;
      actions: ('complete' | 'refuse' | 'correct')[];
      /** @description 该环节的表单（form-js） */
      form: {
        [key: string]: unknown;
      };
      data: {
        [key: string]: unknown;
      };
      item: string | null;
      case: components['schemas']['CaseView'];
      outcome: {
        /**
         * @description 办理通过、不予许可、要求补正
         * @enum {string}
         */
        action: 'complete' | 'refuse' | 'correct';
        reason: string | null;
        /** Format: date-time */
        at: string;
        by: string;
      } | null;
    };
    CompleteTask: {
      /**
       * @description 办理通过、不予许可、要求补正
       * @enum {string}
       */
      action: 'complete' | 'refuse' | 'correct';
      data: {
        [key: string]: unknown;
      };
      reason?: string;
      missing?: {
        /** @description 留空表示申请表 */
        materialId?: string;
        reason: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 登录人和安全令牌；未登录时 user 为 null */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          userName: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description 已登录 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 已退出 */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBundles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 套餐 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BundleList'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBundle: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        bundleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 套餐 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BundleView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadMaterial: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          bundleId: string;
          materialId: string;
          file: string;
        };
      };
    };
    responses: {
      /** @description 已上传 */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoredMaterial'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  downloadMaterial: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 文件 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCases: {
    parameters: {
      query?: {
        state?:
          | 'draft'
          | 'received'
          | 'pre-accepting'
          | 'correcting'
          | 'accepted'
          | 'in-progress'
          | 'suspended'
          | 'finished'
          | 'withdrawn'
          | 'returned'
          | 'not-accepted';
        q?: string;
        light?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 办件 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CasePage'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitCase: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitCase'];
      };
    };
    responses: {
      /** @description 此前已经提交过的同一办件 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
      /** @description 已提交 */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 办件 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCaseTimeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 经过 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimelinePage'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  correctCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectCase'];
      };
    };
    responses: {
      /** @description 已补正 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawCase'];
      };
    };
    responses: {
      /** @description 已申请撤回，流程随后作废办结 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCaseDiagram: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 流程图 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Diagram'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTasks: {
    parameters: {
      query?: {
        queue?: string;
        state?: 'open' | 'claimed' | 'completed' | 'canceled';
        mine?: boolean;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 待办 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPage'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 待办 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  claimTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 待办 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 待办 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  completeTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompleteTask'];
      };
    };
    responses: {
      /** @description 待办 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskView'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listIncidents: {
    parameters: {
      query?: {
        state?: 'open' | 'resolved';
        caseNumber?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 异常 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPage'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resolveIncident: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description 新的尝试次数，默认 3 */
          retries?: number;
        };
      };
    };
    responses: {
      /** @description 已处理 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Incident'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  streamEvents: {
    parameters: {
      query?: never;
      header?: {
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 事件流 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  bankCardMade: {
    parameters: {
      query?: never;
      header: {
        'X-Signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          caseNumber: string;
          requestId: string;
          cardNumber: string;
        };
      };
    };
    responses: {
      /** @description 已收到 */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStudioBundles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 套餐 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['StudioBundleSummary'][];
          };
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openStudioBundle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 套餐；有草稿时带其 ETag */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudioBundle'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  saveDraft: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
        'If-None-Match'?: '*';
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveDraft'];
      };
    };
    responses: {
      /** @description 已保存 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftState'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  discardDraft: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 已放弃 */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestPublication: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description 改了什么、为什么 */
          note: string;
        };
      };
    };
    responses: {
      /** @description 已申请，待另一人审批 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftState'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeBackPublicationRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 已撤回，可继续编辑 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftState'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returnDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description 退回原因 */
          comment: string;
        };
      };
    };
    responses: {
      /** @description 已退回 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftState'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  publishDraft: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 已发布 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Published'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStudioVersions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 版本 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['StudioVersion'][];
          };
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStudioVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 版本 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudioVersionContent'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 存活 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'up';
          };
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description 可用 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description 至少一个部分不可用 */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpenApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OpenAPI 文档 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description 出错时的说明 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
