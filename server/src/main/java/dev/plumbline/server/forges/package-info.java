/** The forges that this instance connects to, as its forges file names them. Requests go to these hosts and to no others. */
@NullMarked
package dev.plumbline.server.forges;

import org.jspecify.annotations.NullMarked;
