using System.Security.Cryptography;
using System.Text;

namespace ComplianceRules.Packs;

/// <summary>The last bytes of an archive: the SHA-256 of all before them, as a zip file's comment.</summary>
internal static class ArchiveSeal
{
    private const int Digits = 64;

    /// <summary>A comment as long as the seal.</summary>
    public static string Room { get; } = new('0', Digits);

    /// <summary>Seals an archive whose comment has the room.</summary>
    public static void Set(Span<byte> archive) => Encoding.ASCII.GetBytes(Of(archive), archive[^Digits..]);

    /// <summary>Whether an archive ends with its seal.</summary>
    public static bool Holds(ReadOnlySpan<byte> archive) => archive.Length > Digits && Encoding.ASCII.GetString(archive[^Digits..]) == Of(archive);

    private static string Of(ReadOnlySpan<byte> archive) => Convert.ToHexStringLower(SHA256.HashData(archive[..^Digits]));
}
