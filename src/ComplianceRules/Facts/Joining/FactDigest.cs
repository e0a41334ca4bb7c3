using System.Security.Cryptography;

namespace ComplianceRules.Facts;

/// <summary>Tells whether two processes have read the same facts.</summary>
internal static class FactDigest
{
    /// <summary>The digest of all facts, in lower-case hexadecimal digits. What reading found, which names files, is not in it.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static string Of(Snapshot facts, CancellationToken cancellation)
    {
        using SHA256 hash = SHA256.Create();
        using (CryptoStream digested = new(Stream.Null, hash, CryptoStreamMode.Write)) ColumnFileWriter.Write(facts.WithoutReport(), digested, cancellation);
        return Convert.ToHexStringLower(hash.Hash!);
    }
}
