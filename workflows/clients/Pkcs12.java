import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes PKCS12 of PEM files, as Java reads it: whom to trust, and a key with its certificates. Java finds nothing to
 * trust in what `openssl pkcs12 -nokeys` makes, because it marks nothing as trusted; so Java makes it.
 *
 * <p>Reads the password on stdin, and the files by their names: `trust FILE` or `key FILE`. Prints each as a line of
 * base64, in their order.
 */
public final class Pkcs12 {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  public static void main(String[] arguments) throws Exception {
    char[] password =
        new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip().toCharArray();
    for (int index = 0; index + 1 < arguments.length; index += 2) {
      String pem = Files.readString(Path.of(arguments[index + 1]));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      if (arguments[index].equals("trust")) trust(store, certificates(pem));
      else store.setKeyEntry("user", key(pem), password, certificates(pem).toArray(Certificate[]::new));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      System.out.println(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }
  }

  private static void trust(KeyStore store, List<? extends Certificate> certificates) throws Exception {
    int count = 0;
    for (Certificate certificate : certificates) store.setCertificateEntry("ca-" + count++, certificate);
  }

  private static List<? extends Certificate> certificates(String pem) throws Exception {
    StringBuilder alone = new StringBuilder();
    Matcher found = BLOCK.matcher(pem);
    while (found.find()) if (found.group(1).equals("CERTIFICATE")) alone.append(found.group()).append('\n');
    byte[] bytes = alone.toString().getBytes(StandardCharsets.US_ASCII);
    return List.copyOf(
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes)));
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    Matcher found = BLOCK.matcher(pem);
    while (found.find()) {
      if (!found.group(1).equals("PRIVATE KEY")) continue;
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(2)));
      for (String algorithm : List.of("EC", "RSA")) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException otherAlgorithm) {
          continue;
        }
      }
    }
    throw new GeneralSecurityException("no key of PKCS #8 in the file");
  }
}
