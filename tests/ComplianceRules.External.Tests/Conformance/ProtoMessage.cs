using System.Collections.Immutable;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>A message in the text format of protocol buffers.</summary>
/// <param name="Fields">Its fields, in the order in which they stand.</param>
internal sealed record ProtoMessage(ImmutableArray<ProtoField> Fields)
{
    /// <summary>The first field of a name; null where there is none.</summary>
    public ProtoField? this[string name] => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The messages of a name.</summary>
    public IEnumerable<ProtoMessage> All(string name) => Fields.Where(f => f.Name == name).Select(f => f.Message).OfType<ProtoMessage>();

    /// <summary>The text of a name; empty where there is none.</summary>
    public string TextOf(string name) => this[name]?.Text ?? string.Empty;
}
