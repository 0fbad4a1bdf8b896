/** ID tokens of CI jobs: their signature, what they claim, and the keys of those who issue them. */
@NullMarked
package dev.plumbline.server.oidc;

import org.jspecify.annotations.NullMarked;
