using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplianceRules.Engine;

/// <summary>One of several shares into which schools are divided, so that each can be judged by a process of its own.</summary>
/// <remarks>
/// A school belongs to the share <c>1 + h mod n</c>, where <c>h</c> is the number that the first eight bytes of the SHA-256 of its id in UTF-8 make, the most significant byte first:
/// the same on every machine and in every version. What lies below a school goes with it; rows that lie below no school go with the first share.
/// </remarks>
public readonly record struct SchoolShard
{
    /// <summary>The most shares there may be.</summary>
    public const int Most = 10_000;

    /// <summary>Names a share.</summary>
    /// <param name="number">Which one, from 1.</param>
    /// <param name="count">How many there are, at most <see cref="Most"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public SchoolShard(int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        (Number, Count) = (number, count);
    }

    /// <summary>Which one, from 1.</summary>
    public int Number { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Whether rows that lie below no school go with it.</summary>
    internal bool HasStrays => Number == 1;

    /// <summary>Reads a share as it is written, such as <c>2/7</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shard">The share; without meaning where it is none.</param>
    /// <returns>Whether it is a share.</returns>
    public static bool TryParse(string? text, out SchoolShard shard)
    {
        shard = default;
        string[] parts = text?.Split('/') ?? [];
        if (parts.Length != 2 || !IsNumber(parts[0], out int number) || !IsNumber(parts[1], out int count) || number < 1 || number > count || count > Most) return false;
        shard = new SchoolShard(number, count);
        return true;
    }

    /// <summary>Whether a school belongs to it.</summary>
    /// <param name="school">The school's id.</param>
    public bool Has(string school)
    {
        ArgumentNullException.ThrowIfNull(school);
        return Has(Encoding.UTF8.GetBytes(school));
    }

    /// <summary>Whether a school belongs to it.</summary>
    /// <param name="school">The school's id in UTF-8.</param>
    internal bool Has(ReadOnlySpan<byte> school)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(school, digest);
        return BinaryPrimitives.ReadUInt64BigEndian(digest) % (ulong)Count == (ulong)(Number - 1);
    }

    /// <summary>The share as it is written: <c>2/7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
