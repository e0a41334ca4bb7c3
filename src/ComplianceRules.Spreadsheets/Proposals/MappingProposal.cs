using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>A mapping for files that nobody has described, for a person to look at and to edit.</summary>
/// <remarks>Immutable. The same samples and schema give the same text.</remarks>
/// <param name="Json">The mapping file.</param>
/// <param name="Remarks">What was matched with what and why, what was not, and what to look at.</param>
internal sealed record MappingProposal(string Json, ImmutableArray<ProposalRemark> Remarks)
{
    /// <summary>Makes a proposal.</summary>
    /// <param name="sheets">The sheets of one or more files.</param>
    /// <param name="schema">The tables and fields that facts can have.</param>
    /// <param name="encoding">The files' text encoding; null for UTF-8.</param>
    public static MappingProposal Of(IEnumerable<SampleSheet> sheets, FactSchema schema, string? encoding = null)
    {
        SampleSheet[] all = [.. sheets];
        SheetPlanner planner = new(schema);
        SheetPlan?[] plans = [.. all.Select(s => s.IsHidden || s.IsForm ? null : planner.Plan(s, schoolById: true))];
        // Schools meet across sheets only by what all of them have.
        SheetPlan[] named = [.. plans.OfType<SheetPlan>().Where(p => p.SchoolKey is not null)];
        bool byId = named.All(p => p.Reading.Roles.SchoolId is not null) || !named.All(p => p.Reading.Roles.SchoolName is not null);
        if (!byId) plans = [.. all.Select(s => s.IsHidden || s.IsForm ? null : planner.Plan(s, schoolById: false))];
        ImmutableArray<SheetPlan> used = [.. plans.OfType<SheetPlan>()];
        RemarkWriter remarks = new(schema);
        for (int i = 0; i < all.Length; i++)
        {
            if (plans[i] is { } plan) remarks.Describe(plan);
            else remarks.LeftOut(all[i]);
        }

        remarks.Whole(used);
        return new MappingProposal(MappingWriter.Write(used, encoding), remarks.Remarks);
    }
}
