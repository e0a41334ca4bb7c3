using System.Text;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>A field of a text-format message.</summary>
/// <param name="Name">Its name; an extension or type address stands in brackets.</param>
/// <param name="Word">A number or word as it is written; null where the value is something else.</param>
/// <param name="Bytes">The bytes of a text; null where the value is something else.</param>
/// <param name="Message">The fields of a message; null where the value is something else.</param>
internal sealed record ProtoField(string Name, string? Word, byte[]? Bytes, ProtoMessage? Message)
{
    /// <summary>The text.</summary>
    public string Text => Bytes is null ? Word ?? string.Empty : Encoding.UTF8.GetString(Bytes);
}
