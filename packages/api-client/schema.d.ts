// Made by `npm run generate` from openapi.json; do not edit.
export interface paths {
    "/test/create/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a verified test account, with a token */
        post: operations["postTestCreateCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test/login/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new token for a test account */
        post: operations["postTestLoginCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test/create/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a verified test account, with a token */
        post: operations["postTestCreateSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test/login/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new token for a test account */
        post: operations["postTestLoginSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test/create/admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a verified test account, with a token */
        post: operations["postTestCreateAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test/login/admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new token for a test account */
        post: operations["postTestLoginAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up; a mail asks to confirm the address. The answer does not tell whether the email was known */
        post: operations["postAccountsCustomerSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/verify/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirm the address: the last segment is the one-time token of the mail */
        get: operations["getAccountsCustomerVerifyEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up; a mail asks to confirm the address. The answer does not tell whether the email was known */
        post: operations["postAccountsSellerSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/verify/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirm the address: the last segment is the one-time token of the mail */
        get: operations["getAccountsSellerVerifyEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["postAccountsCustomerLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["postAccountsSellerLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["postAccountsAdminLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/token/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trade a refresh token for a new pair; using one twice ends its whole family */
        post: operations["postAccountsTokenRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: the refresh token and all that descend from the same sign-in die */
        post: operations["postAccountsLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a mail to choose a new password; the answer does not tell whether the email is known */
        post: operations["postAccountsPasswordForgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the token of the mail; signs out everywhere */
        post: operations["postAccountsPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens are checked with */
        get: operations["getAccountsWellKnownJwksJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authenticate again; payouts, refunds and suspensions ask for it */
        post: operations["postAccountsCustomerConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/secondFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code is asked for at the caller's sign-in */
        get: operations["getAccountsCustomerSecondFactor"];
        put?: never;
        /** Begin a second factor: a secret for an authenticator app, of effect once a code of it was given */
        post: operations["postAccountsCustomerSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/secondFactor/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate it with a first code: codes are asked for from now on, and all other sign-ins end */
        post: operations["postAccountsCustomerSecondFactorActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/secondFactor/recoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes instead of those of before */
        post: operations["postAccountsCustomerSecondFactorRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/secondFactor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for no codes any longer */
        post: operations["postAccountsCustomerSecondFactorEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authenticate again; payouts, refunds and suspensions ask for it */
        post: operations["postAccountsSellerConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/secondFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code is asked for at the caller's sign-in */
        get: operations["getAccountsSellerSecondFactor"];
        put?: never;
        /** Begin a second factor: a secret for an authenticator app, of effect once a code of it was given */
        post: operations["postAccountsSellerSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/secondFactor/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate it with a first code: codes are asked for from now on, and all other sign-ins end */
        post: operations["postAccountsSellerSecondFactorActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/secondFactor/recoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes instead of those of before */
        post: operations["postAccountsSellerSecondFactorRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/secondFactor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for no codes any longer */
        post: operations["postAccountsSellerSecondFactorEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authenticate again; payouts, refunds and suspensions ask for it */
        post: operations["postAccountsAdminConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/secondFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code is asked for at the caller's sign-in */
        get: operations["getAccountsAdminSecondFactor"];
        put?: never;
        /** Begin a second factor: a secret for an authenticator app, of effect once a code of it was given */
        post: operations["postAccountsAdminSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/secondFactor/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate it with a first code: codes are asked for from now on, and all other sign-ins end */
        post: operations["postAccountsAdminSecondFactorActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/secondFactor/recoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes instead of those of before */
        post: operations["postAccountsAdminSecondFactorRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/secondFactor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for no codes any longer */
        post: operations["postAccountsAdminSecondFactorEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller is signed in, the latest first; 100 at most */
        get: operations["getAccountsCustomerSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a sign-in: its refresh token dies, and its sockets are closed */
        delete: operations["deleteAccountsCustomerSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/sessions/endOthers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sign-ins but the one that asks */
        post: operations["postAccountsCustomerSessionsEndOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/securityEvents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-ins, failures, changed passwords and payouts of the caller's account, newest first */
        get: operations["getAccountsCustomerSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller is signed in, the latest first; 100 at most */
        get: operations["getAccountsSellerSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a sign-in: its refresh token dies, and its sockets are closed */
        delete: operations["deleteAccountsSellerSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/sessions/endOthers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sign-ins but the one that asks */
        post: operations["postAccountsSellerSessionsEndOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/securityEvents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-ins, failures, changed passwords and payouts of the caller's account, newest first */
        get: operations["getAccountsSellerSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller is signed in, the latest first; 100 at most */
        get: operations["getAccountsAdminSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a sign-in: its refresh token dies, and its sockets are closed */
        delete: operations["deleteAccountsAdminSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/sessions/endOthers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sign-ins but the one that asks */
        post: operations["postAccountsAdminSessionsEndOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/securityEvents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign-ins, failures, changed passwords and payouts of the caller's account, newest first */
        get: operations["getAccountsAdminSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller's own account */
        post: operations["postAccountsCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the caller's account; a new password needs the current one */
        put: operations["putAccountsCustomerUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller's own account */
        post: operations["postAccountsSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the caller's account; a new password needs the current one */
        put: operations["putAccountsSellerUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller's own account */
        post: operations["postAccountsAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the caller's account; a new password needs the current one */
        put: operations["putAccountsAdminUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the caller's account and erase what tells of a person; the email is free again */
        post: operations["postAccountsCustomerClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the caller's account and erase what tells of a person; the email is free again */
        post: operations["postAccountsSellerClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another email; a mail to it asks to confirm. The answer does not tell whether it is taken */
        post: operations["postAccountsCustomerEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/email/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirm another email: the last segment is the one-time token of the mail to it */
        get: operations["getAccountsCustomerEmailToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another email; a mail to it asks to confirm. The answer does not tell whether it is taken */
        post: operations["postAccountsSellerEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/email/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirm another email: the last segment is the one-time token of the mail to it */
        get: operations["getAccountsSellerEmailToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another email; a mail to it asks to confirm. The answer does not tell whether it is taken */
        post: operations["postAccountsAdminEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/email/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirm another email: the last segment is the one-time token of the mail to it */
        get: operations["getAccountsAdminEmailToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that the marketplace holds of the caller, one JSON object a line */
        get: operations["getAccountsCustomerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that the marketplace holds of the caller, one JSON object a line */
        get: operations["getAccountsSellerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members, newest first; by the beginning of an email or a name */
        get: operations["getAccountsAdminMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member, with what only the member sees otherwise */
        get: operations["getAccountsAdminMembersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/members/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a member out: signed out everywhere, and a seller's products go off sale */
        post: operations["postAccountsAdminMembersIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/members/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended member in again */
        post: operations["postAccountsAdminMembersIdReinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of account waits for an administrator; 100 stands for that or more */
        get: operations["getAccountsAdminWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators did in account, newest first */
        get: operations["getAccountsAdminAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that account gave up after many attempts, newest first */
        get: operations["getAccountsAdminParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked event again, as if it had just come */
        post: operations["postAccountsAdminParkedIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/parked/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a parked event up for good; the audit log keeps it */
        post: operations["postAccountsAdminParkedIdDrop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Top up points through the payment provider */
        post: operations["postAccountsCustomerBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay points out to a bank account; at most what is withdrawable. With a second factor each payout needs a code of its own: see /accounts/seller/confirm */
        post: operations["postAccountsSellerPayouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/customer/balance/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller's balance */
        post: operations["postAccountsCustomerBalanceCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/seller/balance/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The caller's balance */
        post: operations["postAccountsSellerBalanceCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/balance/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's statement, newest first */
        get: operations["getAccountsBalanceEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/admin/suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points whose owner has closed the account, or whose balance could not hold them; newest first */
        get: operations["getAccountsAdminSuspense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dev/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that would have been sent */
        get: operations["getDevMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a product, its items where they are named, add and remove items; all or nothing */
        put: operations["putSellerProduct"];
        /** Add a product with its items */
        post: operations["postSellerProduct"];
        /** Take a product off sale */
        delete: operations["deleteSellerProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/product/item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an item */
        put: operations["putSellerProductItem"];
        /** Add an item to a product */
        post: operations["postSellerProductItem"];
        /** Take an item off sale */
        delete: operations["deleteSellerProductItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/product/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change many items at once, of any of the seller's products; all or nothing */
        put: operations["putSellerProductItems"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/product/myproducts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The seller's own products, newest first */
        post: operations["postSellerProductMyproducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/pictures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a product, as WebP */
        get: operations["getSearchPicturesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/pictures/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same picture, small */
        get: operations["getSearchPicturesIdThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/product": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by name (초성, 자모 and the other keyboard too), or all, newest first */
        get: operations["getSearchProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/product/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product with its items */
        get: operations["getSearchProductDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Product names for what is typed so far */
        get: operations["getSearchSuggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories */
        get: operations["getSearchCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cart, with notices of what changed since the last look; each is shown once */
        get: operations["getCustomerCart"];
        put?: never;
        /** Put an item into the cart */
        post: operations["postCustomerCart"];
        /** Empty the cart */
        delete: operations["deleteCustomerCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/cart/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a line's quantity */
        put: operations["putCustomerCartItemsItemId"];
        post?: never;
        /** Take a line out */
        delete: operations["deleteCustomerCartItemsItemId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The buyer's orders, newest first */
        get: operations["getCustomerOrders"];
        put?: never;
        /** Buy the cart, or the items named, with points */
        post: operations["postCustomerOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/product/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reviews of a product, newest first, with their number and average */
        get: operations["getSearchProductReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/reviews/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The buyer's own review of a product */
        get: operations["getCustomerReviewsProductId"];
        /** Review a product that was delivered, or change the review */
        put: operations["putCustomerReviewsProductId"];
        post?: never;
        /** Take the review back */
        delete: operations["deleteCustomerReviewsProductId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The buyer's wishlist, newest first, without what is not sold any more */
        get: operations["getCustomerWishes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/wishes/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a product is on the buyer's wishlist */
        get: operations["getCustomerWishesProductId"];
        /** Put a product on the wishlist */
        put: operations["putCustomerWishesProductId"];
        post?: never;
        /** Take a product off the wishlist */
        delete: operations["deleteCustomerWishesProductId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the buyer's orders, newest first */
        get: operations["getCustomerNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/notifications/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that there is was seen */
        post: operations["postCustomerNotificationsSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/product/viewed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A product's page was looked at; pages tell it, so that pages from an edge count too */
        post: operations["postSearchProductViewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales, orders and looks of the last days, and what sold best */
        get: operations["getSellerStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order of the buyer */
        get: operations["getCustomerOrdersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seller's parts of orders, newest first */
        get: operations["getSellerOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seller's part of an order */
        get: operations["getSellerOrdersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off what is not being prepared yet; one seller's part or all */
        post: operations["postCustomerOrdersIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/orders/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 구매확정: one seller's part or all that was delivered */
        post: operations["postCustomerOrdersIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/{id}/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to prepare */
        post: operations["postSellerOrdersIdPrepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over to a carrier */
        post: operations["postSellerOrdersIdShip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It has arrived */
        post: operations["postSellerOrdersIdDeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the points of this part back; after confirmation only what the seller can withdraw */
        post: operations["postSellerOrdersIdRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/orders/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the marketplace to decide; one seller's part or all. It is not confirmed by itself meanwhile */
        post: operations["postCustomerOrdersIdDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a buyer's dispute; the last answer counts */
        post: operations["postSellerOrdersIdDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes, newest first; open ones, or all */
        get: operations["getOrderAdminDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/disputes/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the points of the part back to the buyer, or dismiss the dispute */
        post: operations["postOrderAdminDisputesIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complain about a product or a review; once each */
        post: operations["postCustomerReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complain about a product or a review; once each */
        post: operations["postSellerReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Complaints about products and reviews, newest first; open ones, or all */
        get: operations["getOrderAdminReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/reports/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the product off sale or hide the review, or let it be; for all who complained of it */
        post: operations["postOrderAdminReportsIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/products/{id}/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a product off sale */
        post: operations["postOrderAdminProductsIdWithhold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/products/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a product on sale again that an administrator took off */
        post: operations["postOrderAdminProductsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of order waits for an administrator; 100 stands for that or more */
        get: operations["getOrderAdminWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators did in order, newest first */
        get: operations["getOrderAdminAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that order gave up after many attempts, newest first */
        get: operations["getOrderAdminParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked event again, as if it had just come */
        post: operations["postOrderAdminParkedIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-admin/parked/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a parked event up for good; the audit log keeps it */
        post: operations["postOrderAdminParkedIdDrop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-info/myInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who I am, and how many messages wait for me */
        post: operations["postChatInfoMyInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-info/userInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The public card of a seller, or of a buyer in a room with me */
        post: operations["postChatInfoUserInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-info/responseTime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long a seller takes to answer, for everyone to see */
        get: operations["getChatInfoResponseTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-search/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Buyers in a room with me, by their email */
        post: operations["postChatSearchCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-search/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sellers by their email */
        post: operations["postChatSearchSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-search/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sellers, and buyers in a room with me, by their email */
        post: operations["postChatSearchUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hear no more of somebody: no new rooms with me, no messages in our 1:1 rooms */
        post: operations["postChatBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a block back */
        post: operations["postChatUnblock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I have blocked; with names of sellers and of those who are, or were, in a room with me */
        get: operations["getChatBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-info/quickReplies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My quick replies */
        get: operations["getChatInfoQuickReplies"];
        put?: never;
        /** Keep a sentence that I often answer with */
        post: operations["postChatInfoQuickReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-info/quickReplies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a quick reply */
        delete: operations["deleteChatInfoQuickRepliesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a room with others; 1:1 for the same product it is found again */
        post: operations["postChatInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/addParticipants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring more people into a room; they read what happens from then on. Whom its maker took out, the maker alone brings back */
        post: operations["postChatAddParticipants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a room */
        post: operations["postChatIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/removeParticipant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take somebody out of a room that I made */
        post: operations["postChatIdRemoveParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complain about a message, or about the room as a whole */
        post: operations["postChatIdReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/userlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a room */
        get: operations["getChatIdUserlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how far I have read; the mark only grows */
        post: operations["postChatIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-info/roomList": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** My rooms, the busiest first, with their last message and what I have not read */
        post: operations["postChatInfoRoomList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enter a room: what it is, and its events since I came, the newest or those before or after one */
        get: operations["getChatId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send into a room; the same clientId again gets the first answer, for good */
        post: operations["postChatIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-search/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the texts of my rooms, newest first; a page may be short and still have a next one */
        get: operations["getChatSearchMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened in a room since I came, one JSON object a line */
        get: operations["getChatIdExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a room of mine, as WebP */
        get: operations["getChatImagesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/images/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same picture, small */
        get: operations["getChatImagesIdThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Complaints about messages and rooms, newest first; open ones, or all */
        get: operations["getChatAdminReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/reports/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the message, or let it be; for all who complained of it */
        post: operations["postChatAdminReportsIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of chat waits for an administrator; 100 stands for that or more */
        get: operations["getChatAdminWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators did in chat, newest first */
        get: operations["getChatAdminAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that chat gave up after many attempts, newest first */
        get: operations["getChatAdminParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked event again, as if it had just come */
        post: operations["postChatAdminParkedIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-admin/parked/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a parked event up for good; the audit log keeps it */
        post: operations["postChatAdminParkedIdDrop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/socket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chat's WebSocket; its frames are described in /asyncapi.json */
        get: operations["getChatSocket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a picture (the bytes are the body); name its `url` among a product's images */
        post: operations["postSellerPictures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat/{id}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a picture into a room (the bytes are the body); send it with { image: id } */
        post: operations["postChatIdImages"];
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
        /** Problem */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Stable, UPPER_SNAKE */
            code: string;
            errors?: {
                path: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
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
    postTestCreateCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @default tester@test.com
                     */
                    email?: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        email: string;
                        role: string;
                        token: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_REGISTERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_REGISTERED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTestLoginCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @default tester@test.com
                     */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        email: string;
                        role: string;
                        token: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTestCreateSeller: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @default tester@test.com
                     */
                    email?: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        email: string;
                        role: string;
                        token: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_REGISTERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_REGISTERED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTestLoginSeller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @default tester@test.com
                     */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        email: string;
                        role: string;
                        token: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTestCreateAdmin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @default tester@test.com
                     */
                    email?: string;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        email: string;
                        role: string;
                        token: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_REGISTERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_REGISTERED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postTestLoginAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @default tester@test.com
                     */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        email: string;
                        role: string;
                        token: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerSignup: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    phone: string;
                    password: string;
                    /**
                     * Format: date
                     * @description From 1900 to 2099
                     */
                    birth: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "WEAK_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsCustomerVerifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        verified: true;
                        /** @description Two sign-ups named this address, with two passwords: neither is kept, and this token chooses the password (`/accounts/password/reset`) */
                        resetToken?: string;
                    };
                };
            };
            /** @description Default Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY, INVALID_TOKEN */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_TOKEN";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description TOKEN_EXPIRED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerSignup: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    phone: string;
                    password: string;
                    /**
                     * Format: date
                     * @description From 1900 to 2099
                     */
                    birth: string;
                    /** @description 사업자등록번호 */
                    companyRegistrationNumber?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "WEAK_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsSellerVerifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        verified: true;
                        /** @description Two sign-ups named this address, with two passwords: neither is kept, and this token chooses the password (`/accounts/password/reset`) */
                        resetToken?: string;
                    };
                };
            };
            /** @description Default Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY, INVALID_TOKEN */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_TOKEN";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description TOKEN_EXPIRED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Left out for browsers, which get it as an HttpOnly cookie */
                        refreshToken?: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description LOGIN_FAILED */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "LOGIN_FAILED";
                    };
                };
            };
            /** @description CODE_REQUIRED, WRONG_CODE, EMAIL_NOT_VERIFIED, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CODE_REQUIRED" | "WRONG_CODE" | "EMAIL_NOT_VERIFIED" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Left out for browsers, which get it as an HttpOnly cookie */
                        refreshToken?: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description LOGIN_FAILED */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "LOGIN_FAILED";
                    };
                };
            };
            /** @description CODE_REQUIRED, WRONG_CODE, EMAIL_NOT_VERIFIED, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CODE_REQUIRED" | "WRONG_CODE" | "EMAIL_NOT_VERIFIED" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Left out for browsers, which get it as an HttpOnly cookie */
                        refreshToken?: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description LOGIN_FAILED */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "LOGIN_FAILED";
                    };
                };
            };
            /** @description CODE_REQUIRED, WRONG_CODE, EMAIL_NOT_VERIFIED, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CODE_REQUIRED" | "WRONG_CODE" | "EMAIL_NOT_VERIFIED" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsTokenRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Left out for browsers, which get it as an HttpOnly cookie */
                        refreshToken?: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description INVALID_REFRESH_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_REFRESH_TOKEN";
                    };
                };
            };
            /** @description FOREIGN_ORIGIN */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "FOREIGN_ORIGIN";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description FOREIGN_ORIGIN */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "FOREIGN_ORIGIN";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsPasswordForgot: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    role: "CUSTOMER" | "SELLER" | "ADMIN";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        reset: true;
                        /** @description As what to sign in */
                        role: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, INVALID_TOKEN, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_TOKEN" | "WEAK_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description TOKEN_EXPIRED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsWellKnownJwksJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code?: string;
                    /** @description The code allows one payout; needed with a second factor */
                    forPayout?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, CODE_REQUIRED, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "CODE_REQUIRED" | "WRONG_CODE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsCustomerSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        since: string | null;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Base32 */
                        secret: string;
                        /** @description otpauth://totp/…, which apps read as a QR code */
                        uri: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, CODE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "CODE_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description SECOND_FACTOR_ACTIVE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_ACTIVE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerSecondFactorActivate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                        /** @description Each is of use once; they are shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR, SECOND_FACTOR_ACTIVE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR" | "SECOND_FACTOR_ACTIVE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerSecondFactorRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each is of use once; they are shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerSecondFactorEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code?: string;
                    /** @description The code allows one payout; needed with a second factor */
                    forPayout?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, CODE_REQUIRED, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "CODE_REQUIRED" | "WRONG_CODE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsSellerSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        since: string | null;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Base32 */
                        secret: string;
                        /** @description otpauth://totp/…, which apps read as a QR code */
                        uri: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, CODE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "CODE_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description SECOND_FACTOR_ACTIVE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_ACTIVE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerSecondFactorActivate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                        /** @description Each is of use once; they are shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR, SECOND_FACTOR_ACTIVE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR" | "SECOND_FACTOR_ACTIVE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerSecondFactorRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each is of use once; they are shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerSecondFactorEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code?: string;
                    /** @description The code allows one payout; needed with a second factor */
                    forPayout?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, CODE_REQUIRED, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "CODE_REQUIRED" | "WRONG_CODE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        since: string | null;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Base32 */
                        secret: string;
                        /** @description otpauth://totp/…, which apps read as a QR code */
                        uri: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, CODE_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "CODE_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description SECOND_FACTOR_ACTIVE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SECOND_FACTOR_ACTIVE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminSecondFactorActivate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description Seconds that the access token lives */
                        expiresIn: number;
                        /** @description Each is of use once; they are shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR, SECOND_FACTOR_ACTIVE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR" | "SECOND_FACTOR_ACTIVE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminSecondFactorRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each is of use once; they are shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminSecondFactorEnd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description The six digits that the authenticator app shows, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD, WRONG_CODE */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD" | "WRONG_CODE";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description NO_SECOND_FACTOR */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_SECOND_FACTOR";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsCustomerSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** @description What the program called itself; empty if it did not */
                            userAgent: string;
                            address: string;
                            /** @description The one that asks */
                            current: boolean;
                        }[];
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAccountsCustomerSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerSessionsEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsCustomerSecurityEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            kind: "SIGN_IN" | "SIGN_IN_FAILED" | "SIGN_OUT" | "SESSION_ENDED" | "TOKEN_REUSED" | "PASSWORD_CHANGED" | "PASSWORD_RESET" | "EMAIL_CHANGED" | "PAYOUT" | "SECOND_FACTOR_ON" | "SECOND_FACTOR_OFF" | "RECOVERY_CODES" | "WRONG_CODES" | "ROLE_REMOVED";
                            /** @description What the program called itself; empty if it did not */
                            userAgent: string;
                            address: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsSellerSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** @description What the program called itself; empty if it did not */
                            userAgent: string;
                            address: string;
                            /** @description The one that asks */
                            current: boolean;
                        }[];
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAccountsSellerSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerSessionsEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsSellerSecurityEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            kind: "SIGN_IN" | "SIGN_IN_FAILED" | "SIGN_OUT" | "SESSION_ENDED" | "TOKEN_REUSED" | "PASSWORD_CHANGED" | "PASSWORD_RESET" | "EMAIL_CHANGED" | "PAYOUT" | "SECOND_FACTOR_ON" | "SECOND_FACTOR_OFF" | "RECOVERY_CODES" | "WRONG_CODES" | "ROLE_REMOVED";
                            /** @description What the program called itself; empty if it did not */
                            userAgent: string;
                            address: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** @description What the program called itself; empty if it did not */
                            userAgent: string;
                            address: string;
                            /** @description The one that asks */
                            current: boolean;
                        }[];
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteAccountsAdminSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminSessionsEndOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminSecurityEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            kind: "SIGN_IN" | "SIGN_IN_FAILED" | "SIGN_OUT" | "SESSION_ENDED" | "TOKEN_REUSED" | "PASSWORD_CHANGED" | "PASSWORD_RESET" | "EMAIL_CHANGED" | "PAYOUT" | "SECOND_FACTOR_ON" | "SECOND_FACTOR_OFF" | "RECOVERY_CODES" | "WRONG_CODES" | "ROLE_REMOVED";
                            /** @description What the program called itself; empty if it did not */
                            userAgent: string;
                            address: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putAccountsCustomerUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string;
                    /**
                     * Format: date
                     * @description From 1900 to 2099
                     */
                    birth?: string;
                    password?: string;
                    currentPassword?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "WEAK_PASSWORD";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSeller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putAccountsSellerUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string;
                    /**
                     * Format: date
                     * @description From 1900 to 2099
                     */
                    birth?: string;
                    /** @description 사업자등록번호 */
                    companyRegistrationNumber?: string;
                    password?: string;
                    currentPassword?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "WEAK_PASSWORD";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putAccountsAdminUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string;
                    /**
                     * Format: date
                     * @description From 1900 to 2099
                     */
                    birth?: string;
                    password?: string;
                    currentPassword?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, WEAK_PASSWORD */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "WEAK_PASSWORD";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description Points that are left go to the marketplace */
                    giveUpPoints?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ORDERS_UNDER_WAY, BALANCE_LEFT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ORDERS_UNDER_WAY" | "BALANCE_LEFT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description PAYMENT_PENDING, OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYMENT_PENDING" | "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description Points that are left go to the marketplace */
                    giveUpPoints?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ORDERS_UNDER_WAY, BALANCE_LEFT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ORDERS_UNDER_WAY" | "BALANCE_LEFT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description PAYMENT_PENDING, OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYMENT_PENDING" | "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsCustomerEmailToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
            /** @description Default Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY, INVALID_TOKEN */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_TOKEN";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_REGISTERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_REGISTERED";
                    };
                };
            };
            /** @description TOKEN_EXPIRED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsSellerEmailToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
            /** @description Default Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY, INVALID_TOKEN */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_TOKEN";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_REGISTERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_REGISTERED";
                    };
                };
            };
            /** @description TOKEN_EXPIRED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED, WRONG_PASSWORD */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED" | "WRONG_PASSWORD";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminEmailToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
            /** @description Default Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY, INVALID_TOKEN */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_TOKEN";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_REGISTERED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_REGISTERED";
                    };
                };
            };
            /** @description TOKEN_EXPIRED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOKEN_EXPIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsCustomerExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One object a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsSellerExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One object a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminMembers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                q?: string;
                role?: "CUSTOMER" | "SELLER" | "ADMIN";
                status?: "ACTIVE" | "SUSPENDED" | "CLOSED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            email: string;
                            name: string;
                            phone: string | null;
                            birth: string | null;
                            companyRegistrationNumber?: string | null;
                            verified: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            status: "ACTIVE" | "SUSPENDED" | "CLOSED";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminMembersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        status: "ACTIVE" | "SUSPENDED" | "CLOSED";
                        /** @description Administrators have none */
                        points: {
                            /** @description Points to spend, or earned by sales */
                            balance: number;
                            /** @description Points of paid orders in escrow until confirmation; not part of the balance */
                            held: number;
                            /** @description Points that a payout may take: a sale counts once it is confirmed (구매확정); 0 for buyers */
                            withdrawable: number;
                        } | null;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminMembersIdSuspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        status: "ACTIVE" | "SUSPENDED" | "CLOSED";
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, CONFIRMATION_REQUIRED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "CONFIRMATION_REQUIRED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_SO, NOT_YOURSELF */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_SO" | "NOT_YOURSELF";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminMembersIdReinstate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        email: string;
                        name: string;
                        phone: string | null;
                        birth: string | null;
                        companyRegistrationNumber?: string | null;
                        verified: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        status: "ACTIVE" | "SUSPENDED" | "CLOSED";
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, CONFIRMATION_REQUIRED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "CONFIRMATION_REQUIRED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_SO, NOT_YOURSELF */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_SO" | "NOT_YOURSELF";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parked: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description All zeros for a command of whoever runs the marketplace */
                            adminId: string;
                            /** @description What about, then what: member.suspend, dispute.decide */
                            action: string;
                            subjectKind: string;
                            subjectId: string;
                            reason: string;
                            detail: {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminParked: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            type: string;
                            /** @description What it is about; later events of one key do not wait for a parked one */
                            key: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            parkedAt: string;
                            lastError: string | null;
                        }[];
                        nextCursor: string | null;
                        /** @description Events that are tried again by themselves; 1,000 stands for that or more */
                        waiting: number;
                        /** @description Events that other modules have not taken yet; 1,000 stands for that or more */
                        untold: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminParkedIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_EVENT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_EVENT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsAdminParkedIdDrop: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_EVENT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_EVENT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerBalance: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    /** @description Means of payment, as the provider names it */
                    from: string;
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        balance: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REQUIRED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "IDEMPOTENCY_KEY_REQUIRED";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, PAYMENT_DECLINED, PAYMENTS_NOT_SET_UP, BALANCE_LIMIT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "PAYMENT_DECLINED" | "PAYMENTS_NOT_SET_UP" | "BALANCE_LIMIT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description PAYMENT_PENDING, OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAYMENT_PENDING" | "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerPayouts: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: number;
                    bankAccount: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        amount: number;
                        /** @description All but the last four characters are hidden */
                        bankAccount: string;
                        status: "PENDING" | "PAID" | "FAILED";
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REQUIRED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "IDEMPOTENCY_KEY_REQUIRED";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, CONFIRMATION_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "CONFIRMATION_REQUIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, NOT_ENOUGH_BALANCE, PAYOUTS_NOT_SET_UP */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "NOT_ENOUGH_BALANCE" | "PAYOUTS_NOT_SET_UP";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsCustomerBalanceCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Points to spend, or earned by sales */
                        balance: number;
                        /** @description Points of paid orders in escrow until confirmation; not part of the balance */
                        held: number;
                        /** @description Points that a payout may take: a sale counts once it is confirmed (구매확정); 0 for buyers */
                        withdrawable: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postAccountsSellerBalanceCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Points to spend, or earned by sales */
                        balance: number;
                        /** @description Points of paid orders in escrow until confirmation; not part of the balance */
                        held: number;
                        /** @description Points that a payout may take: a sale counts once it is confirmed (구매확정); 0 for buyers */
                        withdrawable: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsBalanceEntries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description deposit, purchase, fee, settle, refund, fee_refund, payout, payout_reversal, forfeit, cover */
                            kind: string;
                            /** @description Signed: what it added to the balance */
                            amount: number;
                            /** @description The balance after this entry */
                            balanceAfter: number;
                            /** @description UUIDv7 */
                            orderId?: string;
                            memo: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getAccountsAdminSuspense: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balance: number;
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description deposit, settle, refund, payout_reversal */
                            kind: string;
                            amount: number;
                            /** @description Whose points these are */
                            accountId: string;
                            /** @description UUIDv7 */
                            orderId?: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getDevMail: {
        parameters: {
            query?: {
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putSellerProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    id: string;
                    name?: string;
                    description?: string;
                    categoryId?: string;
                    images?: string[];
                    /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                    purchaseLimit?: number | null;
                    items?: {
                        /** @description UUIDv7 */
                        id: string;
                        name?: string;
                        price?: number;
                        /** @description Units from now on, whatever was sold meanwhile; safe only with expectedStock */
                        stock?: number;
                        /** @description With stock: units that there must be now; otherwise 409 STOCK_CHANGED with what there is */
                        expectedStock?: number;
                        /** @description Units to add or (negative) to take away */
                        stockChange?: number;
                        /** @description Why the stock changes */
                        reason?: string;
                    }[];
                    addItems?: {
                        name: string;
                        price: number;
                        stock: number;
                    }[];
                    removeItemIds?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description UUIDv7 */
                        sellerId: string;
                        sellerName: string;
                        name: string;
                        description: string;
                        categoryId: string | null;
                        status: "ON_SALE" | "SOLD_OUT" | "WITHHELD";
                        /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                        purchaseLimit: number | null;
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            price: number;
                            stock: number;
                        }[];
                        images: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT, NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT" | "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, SAME_PRODUCT_NAME, SAME_ITEM_NAME, TOO_MANY_ITEMS, STOCK_CHANGED, ITEM_COUNT_NOT_ENOUGH */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "SAME_PRODUCT_NAME" | "SAME_ITEM_NAME" | "TOO_MANY_ITEMS" | "STOCK_CHANGED" | "ITEM_COUNT_NOT_ENOUGH";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description: string;
                    items: {
                        name: string;
                        price: number;
                        stock: number;
                    }[];
                    categoryId?: string;
                    images?: string[];
                    /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                    purchaseLimit?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description UUIDv7 */
                        sellerId: string;
                        sellerName: string;
                        name: string;
                        description: string;
                        categoryId: string | null;
                        status: "ON_SALE" | "SOLD_OUT" | "WITHHELD";
                        /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                        purchaseLimit: number | null;
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            price: number;
                            stock: number;
                        }[];
                        images: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, SAME_PRODUCT_NAME, SAME_ITEM_NAME */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "SAME_PRODUCT_NAME" | "SAME_ITEM_NAME";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteSellerProduct: {
        parameters: {
            query: {
                /** @description UUIDv7 */
                productId: string;
            };
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putSellerProductItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    id: string;
                    name?: string;
                    price?: number;
                    /** @description Units from now on, whatever was sold meanwhile; safe only with expectedStock */
                    stock?: number;
                    /** @description With stock: units that there must be now; otherwise 409 STOCK_CHANGED with what there is */
                    expectedStock?: number;
                    /** @description Units to add or (negative) to take away */
                    stockChange?: number;
                    /** @description Why the stock changes */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        name: string;
                        price: number;
                        stock: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, SAME_ITEM_NAME, STOCK_CHANGED, ITEM_COUNT_NOT_ENOUGH */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "SAME_ITEM_NAME" | "STOCK_CHANGED" | "ITEM_COUNT_NOT_ENOUGH";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerProductItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    productId: string;
                    name: string;
                    price: number;
                    stock: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description UUIDv7 */
                        sellerId: string;
                        sellerName: string;
                        name: string;
                        description: string;
                        categoryId: string | null;
                        status: "ON_SALE" | "SOLD_OUT" | "WITHHELD";
                        /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                        purchaseLimit: number | null;
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            price: number;
                            stock: number;
                        }[];
                        images: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, SAME_ITEM_NAME, TOO_MANY_ITEMS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "SAME_ITEM_NAME" | "TOO_MANY_ITEMS";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteSellerProductItem: {
        parameters: {
            query: {
                /** @description UUIDv7 */
                itemId: string;
            };
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putSellerProductItems: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @description UUIDv7 */
                        id: string;
                        name?: string;
                        price?: number;
                        /** @description Units from now on, whatever was sold meanwhile; safe only with expectedStock */
                        stock?: number;
                        /** @description With stock: units that there must be now; otherwise 409 STOCK_CHANGED with what there is */
                        expectedStock?: number;
                        /** @description Units to add or (negative) to take away */
                        stockChange?: number;
                        /** @description Why the stock changes */
                        reason?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT, NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT" | "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, SAME_ITEM_NAME, STOCK_CHANGED, ITEM_COUNT_NOT_ENOUGH */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "SAME_ITEM_NAME" | "STOCK_CHANGED" | "ITEM_COUNT_NOT_ENOUGH";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerProductMyproducts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            name: string;
                            description: string;
                            categoryId: string | null;
                            status: "ON_SALE" | "SOLD_OUT" | "WITHHELD";
                            /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                            purchaseLimit: number | null;
                            items: {
                                /** @description UUIDv7 */
                                id: string;
                                name: string;
                                price: number;
                                stock: number;
                            }[];
                            images: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchPicturesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description NOT_FOUND_IMAGE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_IMAGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchPicturesIdThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description NOT_FOUND_IMAGE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_IMAGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchProduct: {
        parameters: {
            query?: {
                name?: string;
                minPrice?: number;
                maxPrice?: number;
                categoryId?: string;
                /** @description UUIDv7 */
                sellerId?: string;
                sort?: "newest" | "price-asc" | "price-desc";
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            sellerName: string;
                            priceFrom: number;
                            image: string | null;
                            soldOut: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchProductDetail: {
        parameters: {
            query: {
                /** @description UUIDv7 */
                productId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description UUIDv7 */
                        sellerId: string;
                        sellerName: string;
                        name: string;
                        description: string;
                        categoryId: string | null;
                        status: "ON_SALE" | "SOLD_OUT" | "WITHHELD";
                        /** @description Units, of all its items, that one buyer may buy in orders that are not cancelled or refunded; null for no limit */
                        purchaseLimit: number | null;
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            price: number;
                            stock: number;
                        }[];
                        images: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchSuggest: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                            /** @description Whether this quantity can be bought now; only then it counts in the total */
                            available: boolean;
                            /** @description null for a product without a limit */
                            purchaseLimit: {
                                /** @description Units, of all options, that one buyer may buy of the product */
                                limit: number;
                                /** @description Units bought so far */
                                bought: number;
                                /** @description With this line the product goes beyond its limit */
                                exceeded: boolean;
                            } | null;
                        }[];
                        total: number;
                        notices: {
                            /** @description PRICE_CHANGED, QUANTITY_REDUCED, ITEM_REMOVED, PRODUCT_REMOVED, NAME_CHANGED */
                            code: string;
                            message: string;
                            /** @description UUIDv7 */
                            itemId: string;
                            from?: number | string;
                            to?: number | string;
                        }[];
                    };
                };
            };
            /** @description INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    itemId: string;
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                            /** @description Whether this quantity can be bought now; only then it counts in the total */
                            available: boolean;
                            /** @description null for a product without a limit */
                            purchaseLimit: {
                                /** @description Units, of all options, that one buyer may buy of the product */
                                limit: number;
                                /** @description Units bought so far */
                                bought: number;
                                /** @description With this line the product goes beyond its limit */
                                exceeded: boolean;
                            } | null;
                        }[];
                        total: number;
                        notices: {
                            /** @description PRICE_CHANGED, QUANTITY_REDUCED, ITEM_REMOVED, PRODUCT_REMOVED, NAME_CHANGED */
                            code: string;
                            message: string;
                            /** @description UUIDv7 */
                            itemId: string;
                            from?: number | string;
                            to?: number | string;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ITEM_COUNT_NOT_ENOUGH, CART_FULL */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ITEM_COUNT_NOT_ENOUGH" | "CART_FULL";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteCustomerCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putCustomerCartItemsItemId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                            /** @description Whether this quantity can be bought now; only then it counts in the total */
                            available: boolean;
                            /** @description null for a product without a limit */
                            purchaseLimit: {
                                /** @description Units, of all options, that one buyer may buy of the product */
                                limit: number;
                                /** @description Units bought so far */
                                bought: number;
                                /** @description With this line the product goes beyond its limit */
                                exceeded: boolean;
                            } | null;
                        }[];
                        total: number;
                        notices: {
                            /** @description PRICE_CHANGED, QUANTITY_REDUCED, ITEM_REMOVED, PRODUCT_REMOVED, NAME_CHANGED */
                            code: string;
                            message: string;
                            /** @description UUIDv7 */
                            itemId: string;
                            from?: number | string;
                            to?: number | string;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ITEM_COUNT_NOT_ENOUGH */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ITEM_COUNT_NOT_ENOUGH";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteCustomerCartItemsItemId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                            /** @description Whether this quantity can be bought now; only then it counts in the total */
                            available: boolean;
                            /** @description null for a product without a limit */
                            purchaseLimit: {
                                /** @description Units, of all options, that one buyer may buy of the product */
                                limit: number;
                                /** @description Units bought so far */
                                bought: number;
                                /** @description With this line the product goes beyond its limit */
                                exceeded: boolean;
                            } | null;
                        }[];
                        total: number;
                        notices: {
                            /** @description PRICE_CHANGED, QUANTITY_REDUCED, ITEM_REMOVED, PRODUCT_REMOVED, NAME_CHANGED */
                            code: string;
                            message: string;
                            /** @description UUIDv7 */
                            itemId: string;
                            from?: number | string;
                            to?: number | string;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ITEM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ITEM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerOrders: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                            status: string;
                            total: number;
                            lines: {
                                /** @description UUIDv7 */
                                itemId: string;
                                /** @description UUIDv7 */
                                productId: string;
                                /** @description UUIDv7 */
                                sellerId: string;
                                productName: string;
                                itemName: string;
                                price: number;
                                quantity: number;
                            }[];
                            sellers: {
                                /** @description UUIDv7 */
                                sellerId: string;
                                sellerName: string;
                                status: string;
                                subtotal: number;
                                carrier: string | null;
                                trackingNumber: string | null;
                                dispute: {
                                    /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                    state: string;
                                    reason: string;
                                    answer: string | null;
                                    decisionReason: string | null;
                                } | null;
                                timeline: {
                                    status: string;
                                    /** Format: date-time */
                                    at: string;
                                    reason: string | null;
                                }[];
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerOrders: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expectedTotal: number;
                    items?: {
                        /** @description UUIDv7 */
                        itemId: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REQUIRED, TOTAL_TOO_LARGE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "IDEMPOTENCY_KEY_REQUIRED" | "TOTAL_TOO_LARGE";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, OWN_PRODUCT */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "OWN_PRODUCT";
                    };
                };
            };
            /** @description NOT_FOUND_ITEM, NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ITEM" | "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, CHECKOUT_IN_FLIGHT, CART_EMPTY, PRICE_CHANGED, ITEM_COUNT_NOT_ENOUGH, PURCHASE_LIMIT, NOT_ENOUGH_BALANCE, SELLER_NOT_ACTIVE, BALANCE_LIMIT, ORDER_VOIDED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "CHECKOUT_IN_FLIGHT" | "CART_EMPTY" | "PRICE_CHANGED" | "ITEM_COUNT_NOT_ENOUGH" | "PURCHASE_LIMIT" | "NOT_ENOUGH_BALANCE" | "SELLER_NOT_ACTIVE" | "BALANCE_LIMIT" | "ORDER_VOIDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSearchProductReviews: {
        parameters: {
            query: {
                /** @description UUIDv7 */
                productId: string;
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            rating: number;
                            body: string;
                            /** @description Most of the name is hidden */
                            author: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                        count: number;
                        average: number | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerReviewsProductId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        rating: number;
                        body: string;
                        /** @description Most of the name is hidden */
                        author: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_REVIEW */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_REVIEW";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putCustomerReviewsProductId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rating: number;
                    body: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        rating: number;
                        body: string;
                        /** @description Most of the name is hidden */
                        author: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, NOT_RECEIVED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "NOT_RECEIVED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteCustomerReviewsProductId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_REVIEW */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_REVIEW";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerWishes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            sellerName: string;
                            priceFrom: number;
                            image: string | null;
                            soldOut: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerWishesProductId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wished: boolean;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    putCustomerWishesProductId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, WISHLIST_FULL */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "WISHLIST_FULL";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteCustomerWishesProductId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerNotifications: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description UUIDv7 */
                            orderId: string;
                            /** @description PREPARING, SHIPPED, DELIVERED, REFUNDED, DISPUTE_ANSWERED, DISPUTE_DISMISSED */
                            status: string;
                            sellerName: string;
                            /** @description The first of the part's products */
                            productName: string;
                            /** Format: date-time */
                            at: string;
                            /** @description Since the buyer last said that all was seen */
                            isNew: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerNotificationsSeen: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSearchProductViewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    productId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSellerStatistics: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            /**
                             * Format: date
                             * @description In Seoul
                             */
                            day: string;
                            orders: number;
                            units: number;
                            /** @description Points of what was not called off */
                            sales: number;
                            /** @description Looks at product pages */
                            views: number;
                        }[];
                        /** @description What sold best, at most ten */
                        products: {
                            /** @description UUIDv7 */
                            productId: string;
                            name: string;
                            units: number;
                            sales: number;
                            views: number;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getCustomerOrdersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSellerOrders: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description DISPUTED: with an open dispute */
                status?: "PAID" | "PREPARING" | "SHIPPED" | "DELIVERED" | "CONFIRMED" | "CANCELLED" | "REFUNDED" | "DISPUTED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                            status: string;
                            total: number;
                            lines: {
                                /** @description UUIDv7 */
                                itemId: string;
                                /** @description UUIDv7 */
                                productId: string;
                                /** @description UUIDv7 */
                                sellerId: string;
                                productName: string;
                                itemName: string;
                                price: number;
                                quantity: number;
                            }[];
                            sellers: {
                                /** @description UUIDv7 */
                                sellerId: string;
                                sellerName: string;
                                status: string;
                                subtotal: number;
                                carrier: string | null;
                                trackingNumber: string | null;
                                dispute: {
                                    /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                    state: string;
                                    reason: string;
                                    answer: string | null;
                                    decisionReason: string | null;
                                } | null;
                                timeline: {
                                    status: string;
                                    /** Format: date-time */
                                    at: string;
                                    reason: string | null;
                                }[];
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getSellerOrdersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerOrdersIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** @description UUIDv7 */
                    sellerId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerOrdersIdConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    /** @description UUIDv7 */
                    sellerId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerOrdersIdPrepare: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerOrdersIdShip: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    carrier: string;
                    trackingNumber: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerOrdersIdDeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerOrdersIdRefund: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key": string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REQUIRED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "IDEMPOTENCY_KEY_REQUIRED";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, CONFIRMATION_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "CONFIRMATION_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION, NOT_ENOUGH_BALANCE */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION" | "NOT_ENOUGH_BALANCE";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerOrdersIdDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description UUIDv7 */
                    sellerId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_ORDER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ORDER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ILLEGAL_TRANSITION, ALREADY_DISPUTED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ILLEGAL_TRANSITION" | "ALREADY_DISPUTED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerOrdersIdDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_DISPUTE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_DISPUTE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOrderAdminDisputes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description UUIDv7 */
                            orderId: string;
                            /** @description UUIDv7 */
                            buyerId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            /** @description Of the part of the order */
                            status: string;
                            subtotal: number;
                            products: string[];
                            reason: string;
                            answer: string | null;
                            /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                            state: string;
                            decisionReason: string | null;
                            /** Format: date-time */
                            openedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postOrderAdminDisputesIdDecide: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key": string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: "REFUND" | "DISMISS";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description PENDING, PAID, PREPARING, SHIPPED, DELIVERED, CONFIRMED, CANCELLED, REFUNDED */
                        status: string;
                        total: number;
                        lines: {
                            /** @description UUIDv7 */
                            itemId: string;
                            /** @description UUIDv7 */
                            productId: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                            productName: string;
                            itemName: string;
                            price: number;
                            quantity: number;
                        }[];
                        sellers: {
                            /** @description UUIDv7 */
                            sellerId: string;
                            sellerName: string;
                            status: string;
                            subtotal: number;
                            carrier: string | null;
                            trackingNumber: string | null;
                            dispute: {
                                /** @description OPEN, REFUNDED, DISMISSED, WITHDRAWN */
                                state: string;
                                reason: string;
                                answer: string | null;
                                decisionReason: string | null;
                            } | null;
                            timeline: {
                                status: string;
                                /** Format: date-time */
                                at: string;
                                reason: string | null;
                            }[];
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REQUIRED */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY" | "IDEMPOTENCY_KEY_REQUIRED";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, CONFIRMATION_REQUIRED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "CONFIRMATION_REQUIRED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_DISPUTE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_DISPUTE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_DECIDED, ILLEGAL_TRANSITION */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_DECIDED" | "ILLEGAL_TRANSITION";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postCustomerReports: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "product" | "review";
                    /** @description UUIDv7 */
                    id: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        reported: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT, NOT_FOUND_REVIEW */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT" | "NOT_FOUND_REVIEW";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerReports: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "product" | "review";
                    /** @description UUIDv7 */
                    id: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        reported: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT, NOT_FOUND_REVIEW */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT" | "NOT_FOUND_REVIEW";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOrderAdminReports: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            kind: "product" | "review";
                            /** @description UUIDv7 */
                            subjectId: string;
                            productId: string | null;
                            /** @description The product's name */
                            title: string;
                            text: string | null;
                            reason: string;
                            /** @description UUIDv7 */
                            reporterId: string;
                            /** @description Whose product or review it is */
                            authorId: string | null;
                            /** Format: date-time */
                            at: string;
                            decision: ("REMOVED" | "DISMISSED") | null;
                            decisionReason: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postOrderAdminReportsIdDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: "REMOVED" | "DISMISSED";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_REPORT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_REPORT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_DECIDED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_DECIDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postOrderAdminProductsIdWithhold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postOrderAdminProductsIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOrderAdminWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parked: number;
                        reports: number;
                        disputes: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOrderAdminAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description All zeros for a command of whoever runs the marketplace */
                            adminId: string;
                            /** @description What about, then what: member.suspend, dispute.decide */
                            action: string;
                            subjectKind: string;
                            subjectId: string;
                            reason: string;
                            detail: {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOrderAdminParked: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            type: string;
                            /** @description What it is about; later events of one key do not wait for a parked one */
                            key: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            parkedAt: string;
                            lastError: string | null;
                        }[];
                        nextCursor: string | null;
                        /** @description Events that are tried again by themselves; 1,000 stands for that or more */
                        waiting: number;
                        /** @description Events that other modules have not taken yet; 1,000 stands for that or more */
                        untold: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postOrderAdminParkedIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_EVENT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_EVENT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postOrderAdminParkedIdDrop: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_EVENT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_EVENT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatInfoMyInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        name: string;
                        /** @description Of sellers who have answered at all */
                        responseTime: {
                            /** @description Half of the answers came faster */
                            medianSeconds: number;
                            /** @description How many answers it is taken from, the last 50 at most */
                            answers: number;
                        } | null;
                        unread: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatInfoUserInfo: {
        parameters: {
            query: {
                email: string;
                role?: "CUSTOMER" | "SELLER";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        role: string;
                        name: string;
                        /** @description Of sellers who have answered at all */
                        responseTime: {
                            /** @description Half of the answers came faster */
                            medianSeconds: number;
                            /** @description How many answers it is taken from, the last 50 at most */
                            answers: number;
                        } | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatInfoResponseTime: {
        parameters: {
            query: {
                /** @description UUIDv7 */
                sellerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of sellers who have answered at all */
                        responseTime: {
                            /** @description Half of the answers came faster */
                            medianSeconds: number;
                            /** @description How many answers it is taken from, the last 50 at most */
                            answers: number;
                        } | null;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatSearchCustomer: {
        parameters: {
            query: {
                email: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** @description Of sellers who have answered at all */
                            responseTime: {
                                /** @description Half of the answers came faster */
                                medianSeconds: number;
                                /** @description How many answers it is taken from, the last 50 at most */
                                answers: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatSearchSeller: {
        parameters: {
            query: {
                email: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** @description Of sellers who have answered at all */
                            responseTime: {
                                /** @description Half of the answers came faster */
                                medianSeconds: number;
                                /** @description How many answers it is taken from, the last 50 at most */
                                answers: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatSearchUser: {
        parameters: {
            query: {
                email: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** @description Of sellers who have answered at all */
                            responseTime: {
                                /** @description Half of the answers came faster */
                                medianSeconds: number;
                                /** @description How many answers it is taken from, the last 50 at most */
                                answers: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatBlock: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocked: boolean;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatUnblock: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocked: boolean;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatBlocks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatInfoQuickReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatInfoQuickReplies: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        text: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, TOO_MANY_QUICK_REPLIES */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "TOO_MANY_QUICK_REPLIES";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    deleteChatInfoQuickRepliesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_QUICK_REPLY */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_QUICK_REPLY";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description UUIDv7 */
                    productId?: string;
                    /** @description Left out with a productId: the product's seller, whose email a buyer does not know */
                    participants?: {
                        /** Format: email */
                        email: string;
                        role: "CUSTOMER" | "SELLER";
                    }[];
                } | unknown | unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description As given, else the names of the others */
                        name: string;
                        product?: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            image: string | null;
                            priceFrom: number;
                            /** @description Units left, of all options */
                            stock: number;
                            /** @description ON_SALE, SOLD_OUT or DELETED */
                            status: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                        };
                        participants: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** @description How far this member has read */
                            readSeq: number;
                        }[];
                        /** @description The number of the last thing that happened */
                        head: number;
                        /** @description UUIDv7 */
                        createdBy: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description As given, else the names of the others */
                        name: string;
                        product?: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            image: string | null;
                            priceFrom: number;
                            /** @description Units left, of all options */
                            stock: number;
                            /** @description ON_SALE, SOLD_OUT or DELETED */
                            status: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                        };
                        participants: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** @description How far this member has read */
                            readSeq: number;
                        }[];
                        /** @description The number of the last thing that happened */
                        head: number;
                        /** @description UUIDv7 */
                        createdBy: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED, NOT_ROOM_OWNER, BLOCKED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED" | "NOT_ROOM_OWNER" | "BLOCKED";
                    };
                };
            };
            /** @description NOT_FOUND_USER, NOT_FOUND_PRODUCT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_USER" | "NOT_FOUND_PRODUCT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ROOM_FULL */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ROOM_FULL";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_ROOMS, TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_ROOMS" | "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatAddParticipants: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    roomId: string;
                    participants: {
                        /** Format: email */
                        email: string;
                        role: "CUSTOMER" | "SELLER";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description As given, else the names of the others */
                        name: string;
                        product?: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            image: string | null;
                            priceFrom: number;
                            /** @description Units left, of all options */
                            stock: number;
                            /** @description ON_SALE, SOLD_OUT or DELETED */
                            status: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                        };
                        participants: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** @description How far this member has read */
                            readSeq: number;
                        }[];
                        /** @description The number of the last thing that happened */
                        head: number;
                        /** @description UUIDv7 */
                        createdBy: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED, NOT_ROOM_OWNER, BLOCKED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED" | "NOT_ROOM_OWNER" | "BLOCKED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM, NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM" | "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ROOM_FULL */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ROOM_FULL";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatIdLeave: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        left: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatIdRemoveParticipant: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description UUIDv7 */
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        /** @description As given, else the names of the others */
                        name: string;
                        product?: {
                            /** @description UUIDv7 */
                            id: string;
                            name: string;
                            image: string | null;
                            priceFrom: number;
                            /** @description Units left, of all options */
                            stock: number;
                            /** @description ON_SALE, SOLD_OUT or DELETED */
                            status: string;
                            /** @description UUIDv7 */
                            sellerId: string;
                        };
                        participants: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** @description How far this member has read */
                            readSeq: number;
                        }[];
                        /** @description The number of the last thing that happened */
                        head: number;
                        /** @description UUIDv7 */
                        createdBy: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED, NOT_ROOM_OWNER */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED" | "NOT_ROOM_OWNER";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM, NOT_FOUND_USER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM" | "NOT_FOUND_USER";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatIdReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        reported: true;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM, NOT_FOUND_MESSAGE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM" | "NOT_FOUND_MESSAGE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatIdUserlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            role: string;
                            name: string;
                            /** Format: date-time */
                            joinedAt: string;
                            /** @description How far this member has read */
                            readSeq: number;
                        }[];
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatInfoRoomList: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description As given, else the names of the others */
                            name: string;
                            product?: {
                                /** @description UUIDv7 */
                                id: string;
                                name: string;
                                image: string | null;
                                priceFrom: number;
                                /** @description Units left, of all options */
                                stock: number;
                                /** @description ON_SALE, SOLD_OUT or DELETED */
                                status: string;
                                /** @description UUIDv7 */
                                sellerId: string;
                            };
                            participants: {
                                /** @description UUIDv7 */
                                id: string;
                                role: string;
                                name: string;
                                /** Format: date-time */
                                joinedAt: string;
                                /** @description How far this member has read */
                                readSeq: number;
                            }[];
                            /** @description The number of the last thing that happened */
                            head: number;
                            /** @description UUIDv7 */
                            createdBy: string;
                            lastMessage: {
                                seq: number;
                                /**
                                 * @description What happened; it says what is in body
                                 * @enum {string}
                                 */
                                kind: "text" | "image" | "product" | "offer" | "answer" | "edit" | "delete" | "member" | "order";
                                /** @description Account id; null for the marketplace itself */
                                sender: string | null;
                                clientId: string | null;
                                body: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                at: string;
                            } | null;
                            /** @description Up to 100 */
                            unread: number;
                            readSeq: number;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatId: {
        parameters: {
            query?: {
                before?: number;
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        room: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description As given, else the names of the others */
                            name: string;
                            product?: {
                                /** @description UUIDv7 */
                                id: string;
                                name: string;
                                image: string | null;
                                priceFrom: number;
                                /** @description Units left, of all options */
                                stock: number;
                                /** @description ON_SALE, SOLD_OUT or DELETED */
                                status: string;
                                /** @description UUIDv7 */
                                sellerId: string;
                            };
                            participants: {
                                /** @description UUIDv7 */
                                id: string;
                                role: string;
                                name: string;
                                /** Format: date-time */
                                joinedAt: string;
                                /** @description How far this member has read */
                                readSeq: number;
                            }[];
                            /** @description The number of the last thing that happened */
                            head: number;
                            /** @description UUIDv7 */
                            createdBy: string;
                        };
                        messages: {
                            seq: number;
                            /**
                             * @description What happened; it says what is in body
                             * @enum {string}
                             */
                            kind: "text" | "image" | "product" | "offer" | "answer" | "edit" | "delete" | "member" | "order";
                            /** @description Account id; null for the marketplace itself */
                            sender: string | null;
                            clientId: string | null;
                            body: {
                                [key: string]: unknown;
                            };
                            /** Format: date-time */
                            at: string;
                        }[];
                        head: number;
                        /** @description Whether there are more in the direction asked for */
                        more: boolean;
                    };
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Chosen by the sender, unique in the room; sending it again gets the first seq, for good */
                    clientId: string;
                    body: string | {
                        text: string;
                    } | {
                        image: string;
                        text?: string;
                    } | {
                        product: string;
                    } | {
                        offer: {
                            itemId: string;
                            quantity: number;
                            /** @description Points for one unit */
                            price: number;
                            replyTo?: string;
                        };
                    } | {
                        answer: {
                            offerId: string;
                            accept: boolean;
                        };
                    } | {
                        edit: {
                            seq: number;
                            text: string;
                        };
                    } | {
                        delete: {
                            seq: number;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON, MESSAGE_TOO_LONG */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "MESSAGE_TOO_LONG";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED, BLOCKED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED" | "BLOCKED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM, NOT_FOUND_MESSAGE, NOT_FOUND_PRODUCT, NOT_FOUND_ITEM, NOT_FOUND_IMAGE, NOT_FOUND_OFFER */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM" | "NOT_FOUND_MESSAGE" | "NOT_FOUND_PRODUCT" | "NOT_FOUND_ITEM" | "NOT_FOUND_IMAGE" | "NOT_FOUND_OFFER";
                    };
                };
            };
            /** @description NOT_ONE_TO_ONE, OFFER_CLOSED, OWN_OFFER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_ONE_TO_ONE" | "OFFER_CLOSED" | "OWN_OFFER";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatSearchMessages: {
        parameters: {
            query: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                q: string;
                /** @description UUIDv7 */
                roomId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            room: string;
                            seq: number;
                            /**
                             * @description What happened; it says what is in body
                             * @enum {string}
                             */
                            kind: "text" | "image" | "product" | "offer" | "answer" | "edit" | "delete" | "member" | "order";
                            /** @description Account id; null for the marketplace itself */
                            sender: string | null;
                            clientId: string | null;
                            body: {
                                [key: string]: unknown;
                            };
                            /** Format: date-time */
                            at: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatIdExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatImagesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_IMAGE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_IMAGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatImagesIdThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description INVALID_INPUT */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_IMAGE */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_IMAGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatAdminReports: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** @description UUIDv7 */
                            roomId: string;
                            /** @description The message; 0 for the room as a whole */
                            seq: number;
                            kind: string | null;
                            body: {
                                [key: string]: unknown;
                            } | null;
                            sender: {
                                /** @description UUIDv7 */
                                id: string;
                                role: string;
                                name: string;
                            } | null;
                            reporter: {
                                /** @description UUIDv7 */
                                id: string;
                                role: string;
                                name: string;
                            };
                            reason: string;
                            /** Format: date-time */
                            at: string;
                            decision: ("REMOVED" | "DISMISSED") | null;
                            decisionReason: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatAdminReportsIdDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: "REMOVED" | "DISMISSED";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_REPORT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_REPORT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT, ALREADY_DECIDED */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT" | "ALREADY_DECIDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatAdminWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parked: number;
                        reports: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatAdminAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @description All zeros for a command of whoever runs the marketplace */
                            adminId: string;
                            /** @description What about, then what: member.suspend, dispute.decide */
                            action: string;
                            subjectKind: string;
                            subjectId: string;
                            reason: string;
                            detail: {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatAdminParked: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description UUIDv7 */
                            id: string;
                            type: string;
                            /** @description What it is about; later events of one key do not wait for a parked one */
                            key: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            parkedAt: string;
                            lastError: string | null;
                        }[];
                        nextCursor: string | null;
                        /** @description Events that are tried again by themselves; 1,000 stands for that or more */
                        waiting: number;
                        /** @description Events that other modules have not taken yet; 1,000 stands for that or more */
                        untold: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_CURSOR */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatAdminParkedIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_EVENT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_EVENT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatAdminParkedIdDrop: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 64 visible ASCII characters; a replay gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_INPUT, INVALID_JSON, INVALID_IDEMPOTENCY_KEY */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON" | "INVALID_IDEMPOTENCY_KEY";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_EVENT */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_EVENT";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_IN_FLIGHT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_IN_FLIGHT";
                    };
                };
            };
            /** @description BODY_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChatSocket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UPGRADE_REQUIRED */
            426: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UPGRADE_REQUIRED";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postSellerPictures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
                "image/gif": string;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        url: string;
                        width: number;
                        height: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED";
                    };
                };
            };
            /** @description BODY_TOO_LARGE, IMAGE_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE" | "IMAGE_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE, NOT_AN_IMAGE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE" | "NOT_AN_IMAGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
    postChatIdImages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
                "image/gif": string;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description UUIDv7 */
                        id: string;
                        width: number;
                        height: number;
                    };
                };
            };
            /** @description INVALID_INPUT, INVALID_JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID_INPUT" | "INVALID_JSON";
                    };
                };
            };
            /** @description UNAUTHENTICATED, INVALID_ACCESS_TOKEN */
            401: {
                headers: {
                    "www-authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNAUTHENTICATED" | "INVALID_ACCESS_TOKEN";
                    };
                };
            };
            /** @description WRONG_ROLE, ACCOUNT_SUSPENDED, SECOND_FACTOR_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "WRONG_ROLE" | "ACCOUNT_SUSPENDED" | "SECOND_FACTOR_REQUIRED";
                    };
                };
            };
            /** @description NOT_FOUND_ROOM */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND_ROOM";
                    };
                };
            };
            /** @description BODY_TOO_LARGE, IMAGE_TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "BODY_TOO_LARGE" | "IMAGE_TOO_LARGE";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE, NOT_AN_IMAGE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE" | "NOT_AN_IMAGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS";
                    };
                };
            };
            /** @description OVERLOADED, UNAVAILABLE */
            503: {
                headers: {
                    /** @description Seconds until a repetition makes sense */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "OVERLOADED" | "UNAVAILABLE";
                    };
                };
            };
        };
    };
}
