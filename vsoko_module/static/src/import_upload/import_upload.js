import { Component } from "@odoo/owl";

import { registry } from "@web/core/registry";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { ImportFiles } from "./import_files";

/** The page of uploads. */
export class ImportUpload extends Component {
    static template = "vsoko_module.ImportUpload";
    static components = { ImportFiles, Layout };
    static props = { ...standardActionServiceProps };
}

registry.category("actions").add("vsoko_import_upload", ImportUpload);
