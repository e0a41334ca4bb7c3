using System.Text.Json.Serialization;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Findings;

/// <summary>What a trimmed application declares.</summary>
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerContext : JsonSerializerContext;
