// Made by scripts/openapi-types.ts from the API’s OpenAPI document. Do not edit: run it again.

export interface paths {
    "/api/cases/{caseNumber}/diagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件的流程图与当前位置 */
        get: operations["getCaseDiagram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程异常清单，最新的在前 */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{key}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理异常：给任务新的尝试次数，让流程继续 */
        post: operations["resolveIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
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
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可编辑的套餐与草稿状态 */
        get: operations["listStudioBundles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开套餐：已发布的流程、表单、清单与草稿 */
        get: operations["openStudioBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 保存草稿
         * @description 已有草稿时带 `If-Match`，没有时带 `If-None-Match: *`；他人已先保存时答复 412 `DRAFT_CHANGED`。
         */
        put: operations["saveDraft"];
        post?: never;
        /** 放弃草稿 */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}/publication-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请发布草稿 */
        post: operations["requestPublication"];
        /** 撤回发布申请 */
        delete: operations["takeBackPublicationRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}/publication-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回草稿（由另一人） */
        post: operations["returnDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批并发布草稿（由另一人）：新办件使用新版本，在办的不变 */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历史版本，最新的在前 */
        get: operations["listStudioVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modeler/bundles/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某一版本的流程；恢复旧版即把它存为草稿 */
        get: operations["getStudioVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程是否存活 */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各部分（引擎、数据库、队列、记录流等）是否可用 */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本接口的 OpenAPI 3.1 说明 */
        get: operations["getOpenApi"];
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
        /** @description RFC 9457 problem details */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description 中文：出了什么问题、怎么办 */
            detail: string;
            /** @description 稳定的错误码，如 TASK_TAKEN */
            code: string;
            errors?: components["schemas"]["FieldError"][];
            requestId: string;
        };
        FieldError: {
            path: string;
            message: string;
        };
        DiagramElement: {
            elementId: string;
            /** @enum {string} */
            state: "active" | "completed" | "terminated" | "incident";
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
            elements: components["schemas"]["DiagramElement"][];
            /** @description 走过的顺序流 */
            flows: string[];
        };
        /** @enum {string} */
        PartStatus: "up" | "degraded" | "down";
        Readiness: {
            status: components["schemas"]["PartStatus"];
            parts: {
                [key: string]: {
                    status: components["schemas"]["PartStatus"];
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
            state: "open" | "resolved";
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
            items: components["schemas"]["Incident"][];
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
            modes: components["schemas"]["BundleManifestModes"];
            channels: ("online" | "window")[];
            startMessage: string;
            startForm: components["schemas"]["BundleManifestFormName"];
            servedObjects: ("person" | "legal")[];
            items: components["schemas"]["BundleManifestItem"][];
            materials: components["schemas"]["BundleManifestMaterial"][];
            limits: {
                promisedWorkingDays: number;
                warnAtPercent: number;
                correctionDays: number;
            };
            tasks: {
                [key: string]: components["schemas"]["BundleManifestTask"];
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
        BundleManifestModes: ("online" | "proxy" | "joint")[];
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
            need: "required" | "optional" | "deferred";
            requiredWhen?: string;
            formats: ("application/pdf" | "image/jpeg" | "image/png" | "application/json")[];
            maxBytes: number;
            copies: number;
            /** @enum {string} */
            source: "applicant" | "shared" | "department";
            note?: string;
        };
        BundleManifestTask: {
            name: string;
            form: components["schemas"]["BundleManifestFormName"];
            queue: string;
            actions: ("complete" | "refuse" | "correct")[];
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
            state: "editing" | "requested" | "returned";
            /** @description ETag 为 "<revision>" */
            revision: number;
            baseVersion: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: components["schemas"]["Person"];
            request?: {
                note: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Person"];
            };
            returned?: {
                comment: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Person"];
            };
        };
        Draft: {
            /** @enum {string} */
            state: "editing" | "requested" | "returned";
            /** @description ETag 为 "<revision>" */
            revision: number;
            baseVersion: number;
            /** Format: date-time */
            savedAt: string;
            savedBy: components["schemas"]["Person"];
            request?: {
                note: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Person"];
            };
            returned?: {
                comment: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["Person"];
            };
            xml: string;
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
            draft: components["schemas"]["DraftState"] | null;
        };
        StudioBundle: {
            id: string;
            name: string;
            /** @description 已发布的 BPMN */
            xml: string;
            manifest: components["schemas"]["BundleManifest"];
            forms: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            version: number;
            /** Format: date-time */
            publishedAt: string;
            draft: components["schemas"]["Draft"] | null;
            knownJobTypes: components["schemas"]["KnownJobType"][];
        };
        SaveDraft: {
            xml: string;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
                    "application/json": components["schemas"]["Diagram"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                state?: "open" | "resolved";
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
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                "application/json": {
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
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
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
                    "text/event-stream": string;
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": {
                        items: components["schemas"]["StudioBundleSummary"][];
                    };
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["StudioBundle"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "If-None-Match"?: "*";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraft"];
            };
        };
        responses: {
            /** @description 已保存 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftState"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
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
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPublication: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
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
                    "application/json": components["schemas"]["DraftState"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["DraftState"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                "application/json": {
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
                    "application/json": components["schemas"]["DraftState"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDraft: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
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
                    "application/json": components["schemas"]["Published"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": {
                        items: components["schemas"]["StudioVersion"][];
                    };
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": {
                        version: number;
                        xml: string;
                    };
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": {
                        /** @constant */
                        status: "up";
                    };
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description 至少一个部分不可用 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": Record<string, never>;
                };
            };
            /** @description 出错时的说明 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
