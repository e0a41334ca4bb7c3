using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplianceRules.Packs;

/// <summary>The fingerprint of a pack: one for the same files, wherever they lie.</summary>
internal static class PackFingerprint
{
    /// <summary>The SHA-256 over name, zero byte, length, zero byte and bytes of each file, in ordinal order of names.</summary>
    public static string Of(IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, ReadOnlyMemory<byte> bytes) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            string head = string.Create(CultureInfo.InvariantCulture, $"{name}\0{bytes.Length}\0");
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
