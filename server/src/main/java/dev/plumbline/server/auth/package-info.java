/** Who sends a request, and what they may do: tokens, scopes, and how a token leads to a project. */
@NullMarked
package dev.plumbline.server.auth;

import org.jspecify.annotations.NullMarked;
