/**
 * What any two programs that speak HTTP agree on, forge or not: signatures with a shared secret, and how long to wait. It is here because
 * the modules that need it share no lower module, and it depends only on the platform.
 */
@NullMarked
package dev.plumbline.forge.http;

import org.jspecify.annotations.NullMarked;
