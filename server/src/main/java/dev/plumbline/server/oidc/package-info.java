/** ID tokens of CI jobs: their signature, what they claim, and the keys of their issuers. */
@NullMarked
package dev.plumbline.server.oidc;

import org.jspecify.annotations.NullMarked;
