using System.Text.Json.Serialization;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Writes lists of texts for databases that take them as JSON.</summary>
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
internal sealed partial class SqlJson : JsonSerializerContext;
