using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>What became of one pack.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Book">Its parameters and those further out.</param>
/// <param name="Rules">Its rules that are right in themselves.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record CheckedPack(RulePack Pack, ParameterBook Book, ImmutableArray<CheckedRule> Rules, DiagnosticBag Problems);
