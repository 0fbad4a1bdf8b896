/**
 * What is said to people outside: a message as values, one pure function for each form that it takes, and one small class for each
 * way that it goes. Blocking Java; the delivery queue calls it.
 */
@NullMarked
package dev.plumbline.server.notify;

import org.jspecify.annotations.NullMarked;
