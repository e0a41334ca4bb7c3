using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A rule engine of others that answers conditions in the interpreter's place.</summary>
/// <remarks>Evidence, waivers, and what rules say of each other stay with the library.</remarks>
internal interface IGuestEngine
{
    /// <summary>Gets ready for one run.</summary>
    /// <param name="interpreter">Reads facts and parameters, and answers what the engine has no words for.</param>
    /// <param name="cancellation">Stops the run.</param>
    IBlockJudge Begin(ReferenceInterpreter interpreter, CancellationToken cancellation);
}
