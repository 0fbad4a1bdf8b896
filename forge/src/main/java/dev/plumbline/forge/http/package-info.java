/**
 * What any two programs that speak HTTP agree on, forge or not: signatures by a shared secret, and how long to wait. It stands here because
 * no lower module is known to all of those that need it, and it knows nothing but the platform.
 */
@NullMarked
package dev.plumbline.forge.http;

import org.jspecify.annotations.NullMarked;
