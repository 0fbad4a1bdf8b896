/** Tests of ID tokens. */
@NullMarked
package dev.plumbline.server.oidc;

import org.jspecify.annotations.NullMarked;
