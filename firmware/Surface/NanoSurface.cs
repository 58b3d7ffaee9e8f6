using Mono.Cecil;
using Mono.Cecil.Cil;

namespace JointWatch.Firmware.Surface;

/// <summary>
/// Says where a compiled assembly uses what a board does not have. The same source is compiled here for .NET, so the compiler alone does not
/// tell. What a nanoCLR cannot load, or loads and then does otherwise, is refused always; members are held against lists where there are any.
/// </summary>
internal sealed class NanoSurface
{
    private static readonly HashSet<string> CompilerNamespaces =
        ["System.Runtime.CompilerServices", "System.Diagnostics", "System.Reflection", "System.Runtime.Versioning", "Microsoft.CodeAnalysis"];

    private readonly SortedSet<string> _problems = [];
    private readonly MemberList _members;
    private readonly string[] _ownAssemblies;

    private NanoSurface(MemberList members, string[] ownAssemblies)
    {
        _members = members;
        _ownAssemblies = ownAssemblies;
    }

    /// <summary>The problems of an assembly, each with the place where it is; none is a pass.</summary>
    /// <param name="assemblyPath">The compiled assembly.</param>
    /// <param name="members">What may be used: <see cref="MemberList.BuiltIn"/>, or lists read from a folder.</param>
    /// <param name="ownAssemblies">Names of assemblies that run on the board beside it and are checked on their own.</param>
    /// <param name="chooseType">Which top-level types to look at; all where null.</param>
    public static IReadOnlyCollection<string> Problems(
        string assemblyPath,
        MemberList members,
        string[]? ownAssemblies = null,
        Func<TypeDefinition, bool>? chooseType = null)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        NanoSurface surface = new(members, ownAssemblies ?? []);
        foreach (TypeDefinition type in assembly.MainModule.Types.Where(t => !IsCompilerMade(t) && (chooseType is null || chooseType(t))))
        {
            surface.Check(type);
        }

        return surface._problems;
    }

    /// <summary>Attributes that the compiler puts into the assembly for itself, and the holder of array contents.</summary>
    private static bool IsCompilerMade(TypeDefinition type) =>
        CompilerNamespaces.Contains(type.Namespace) || type.Name is "<Module>" or "<PrivateImplementationDetails>";

    private void Check(TypeDefinition type)
    {
        string place = type.FullName;
        CheckGeneric(type, place);
        CheckAttributes(type, place);
        CheckType(type.BaseType, place);
        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            CheckType(implemented.InterfaceType, place);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            CheckAttributes(field, place);
            CheckType(field.FieldType, place + "." + field.Name);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Check(method, place + "." + method.Name);
        }

        foreach (TypeDefinition nested in type.NestedTypes)
        {
            Check(nested);
        }
    }

    private void Check(MethodDefinition method, string place)
    {
        CheckGeneric(method, place);
        CheckAttributes(method, place);
        if (method.CustomAttributes.Any(a => a.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)))
        {
            Report("an async method or an iterator", place);
        }

        CheckType(method.ReturnType, place);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            CheckType(parameter.ParameterType, place);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (VariableDefinition local in method.Body.Variables)
        {
            CheckType(local.VariableType, place);
        }

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            CheckType(handler.CatchType, place);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            Check(instruction, place);
        }
    }

    private void Check(Instruction instruction, string place)
    {
        Code code = instruction.OpCode.Code;
        string name = instruction.OpCode.Name;
        if (name.Contains(".ovf", StringComparison.Ordinal))
        {
            Report("checked arithmetic, which does not throw on a board", place);
        }
        else if (code is Code.Localloc or Code.Calli or Code.Arglist or Code.Mkrefany)
        {
            Report("the instruction " + name, place);
        }

        switch (instruction.Operand)
        {
            case TypeReference type:
                CheckType(type, place);
                if (code is Code.Box or Code.Constrained && IsEnum(type))
                {
                    Report("an enum as an object (" + type.Name + "), whose text is a number on a board", place);
                }

                break;
            case MethodReference method:
                CheckMember(method, MemberList.SignatureOf(method), place);
                break;
            case FieldReference field:
                CheckMember(field, MemberList.SignatureOf(field), place);
                break;
        }
    }

    private void CheckMember(MemberReference member, string signature, string place)
    {
        if (member is GenericInstanceMethod)
        {
            Report("a generic method, " + member.Name, place);
            return;
        }

        if (member.DeclaringType is ArrayType { Rank: > 1 })
        {
            Report("an array of several dimensions", place);
            return;
        }

        if (CheckType(member.DeclaringType, place) && IsForeign(member.DeclaringType) && !_members.HasMember(signature))
        {
            Report(signature[2..], place);
        }
    }

    /// <summary>Reports what is wrong with a type; whether its members are worth a look.</summary>
    private bool CheckType(TypeReference? type, string place)
    {
        switch (type)
        {
            case null:
                return false;
            case GenericParameter:
            case GenericInstanceType:
                Report("a generic type, " + type.Name, place);
                return false;
            case ArrayType { Rank: > 1 }:
                Report("an array of several dimensions", place);
                return false;
            case PointerType:
            case FunctionPointerType:
                Report("a pointer", place);
                return false;
            case TypeSpecification specification:
                CheckType(specification.ElementType, place);
                return false;
        }

        if (IsForeign(type) && !_members.HasType(MemberList.NameOf(type)))
        {
            Report(MemberList.NameOf(type), place);
            return false;
        }

        return true;
    }

    private void CheckGeneric(IGenericParameterProvider provider, string place)
    {
        if (provider.HasGenericParameters)
        {
            Report("a generic definition", place);
        }
    }

    private void CheckAttributes(ICustomAttributeProvider provider, string place)
    {
        foreach (CustomAttribute attribute in provider.CustomAttributes.Where(a => !CompilerNamespaces.Contains(a.AttributeType.Namespace)))
        {
            CheckType(attribute.AttributeType, place);
        }
    }

    private bool IsForeign(TypeReference type)
    {
        TypeReference outermost = type;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Scope is AssemblyNameReference assembly && !_ownAssemblies.Contains(assembly.Name);
    }

    private static bool IsEnum(TypeReference type) =>
        type is TypeDefinition { IsEnum: true } || (type is not TypeSpecification and not GenericParameter && TryResolve(type) is { IsEnum: true });

    private static TypeDefinition? TryResolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    private void Report(string what, string place) => _problems.Add(what + " in " + place);
}
