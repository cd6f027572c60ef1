// What the extension's tests use of Firefox itself, as types: its answers over WebDriver BiDi, and the modules of its own
// window. Nothing but the version of the browser holds it to them.

/** What is used of WebDriver BiDi's answers. */
export interface Bidi {
  send(
    method: string,
    params: object,
  ): Promise<{
    contexts: { url: string; context: string }[];
    type: string;
    exceptionDetails: { text: string };
    result: { value: string };
  }>;
}

/** Of one page. */
export type PageSession = Bidi & { sessionId: string };

/** Of Playwright's context. */
export interface DriverContext {
  _browser: { _onBrowsingContextDestroyed(event: { context: string }): void };
}

interface BrowserWindow {
  SidebarController: { hide(): void };
  gBrowser: {
    addTab(url: string, options: { triggeringPrincipal: unknown }): PrivilegedTab;
    removeTab(tab: PrivilegedTab): void;
    selectedTab: PrivilegedTab;
  };
}

interface PrivilegedTab {
  closing: boolean;
  linkedBrowser: {
    currentURI: { spec: string };
    browsingContext: {
      currentWindowGlobal: { documentURI: { spec: string } } | null;
      webProgress: { isLoadingDocument: boolean };
    };
  };
}

interface ExtensionInside {
  emit(event: string, ...given: unknown[]): void;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}

/** What is used of the browser's own modules, in its own window. */
export interface Privileged {
  Ci: {
    nsIClearDataService: { CLEAR_COOKIES: number; CLEAR_DOM_STORAGES: number; CLEAR_ALL_CACHES: number };
  };
  requestAnimationFrame: typeof requestAnimationFrame;
  Services: {
    wm: { getMostRecentWindow(type: string): BrowserWindow };
    clearData: {
      deleteDataFromHost(
        host: string,
        isUserRequest: boolean,
        what: number,
        callback: { onDataDeleted(failed: number): void },
      ): void;
    };
    scriptSecurityManager: { getSystemPrincipal(): unknown };
  };
  WebExtensionPolicy: { getByID(id: string): { extension: ExtensionInside } };
  ChromeUtils: {
    importESModule(address: string): {
      ExtensionParent: {
        apiManager: {
          global: {
            browserActionFor(extension: ExtensionInside): {
              triggerAction(window: BrowserWindow): Promise<void>;
            };
            tabTracker: { activeTab: unknown };
          };
        };
      };
    };
  };
}
