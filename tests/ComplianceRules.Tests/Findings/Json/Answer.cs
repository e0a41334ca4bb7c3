using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Findings;

/// <summary>What an endpoint of an application may answer.</summary>
internal sealed record Answer(Assessment? Assessment, Finding? Finding, ImmutableArray<Finding> Findings, FindingList? List);
